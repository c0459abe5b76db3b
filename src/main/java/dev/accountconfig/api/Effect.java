package dev.accountconfig.api;

import org.jspecify.annotations.Nullable;

/**
 * What came of a change.
 *
 * @param before tag of the item as it was; null where there was none
 * @param after the item as readers see it from now on; null where there is none
 * @param repeated told again, or found made by an earlier attempt
 */
record Effect(long id, @Nullable String before, @Nullable Rendered after, boolean repeated) {
    private static final long OBJECTS = 200;

    Effect again() {
        return new Effect(id, before, after, true);
    }

    @Nullable
    String afterTag() {
        return after == null ? null : after.etag();
    }

    /** In bytes, roughly. */
    long weight() {
        return OBJECTS + (after == null ? 0 : after.body().length);
    }
}
