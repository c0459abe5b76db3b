package dev.accountconfig.liveperson;

import org.jspecify.annotations.Nullable;

/** What the vendor lets calls in by. It is shown when a call is really sent, and anew each time that it is. */
public interface Pass {
    /** A header of the call. */
    record Shown(CharSequence header, Secret value) {}

    Shown shownFor(VendorCall call);

    /**
     * The vendor did not let a call in.
     *
     * @param date by its own calendar, as {@code Date} has it; null where it has none
     */
    default void rejected(@Nullable String date) {}

    /** Whether the vendor lent it, and may lend another one. What is ours is as it is. */
    boolean lent();
}
