package dev.accountconfig.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open or not at one instant, until when, and why.
 *
 * @param nextOpen the next opening after the instant, the one after the coming close where it is open; null where there
 *     is none within {@link #HORIZON}
 * @param nextClose the next close after the instant, the one after the coming opening where it is not open; null where
 *     there is none within {@link #HORIZON}
 * @param until the next change of state, of source or of what decides, so an answer for "now" may be kept no longer;
 *     other events decide, or the same ones otherwise, as when one that overrides a day begins to close it. Null where
 *     none comes within {@link #HORIZON}
 * @param because names of the events, or of the workdays object, that decided
 */
public record Status(
        State state,
        @Nullable Instant nextOpen,
        @Nullable Instant nextClose,
        @Nullable Instant until,
        Source source,
        List<String> because) {
    /** How far ahead is looked. */
    public static final Duration HORIZON = Duration.ofDays(Window.MAX_DAYS);

    public Status {
        because = List.copyOf(because);
    }

    /** How long an answer for "now" is right. */
    public Duration validFrom(Instant now) {
        return until == null ? HORIZON : Duration.between(now, until);
    }

    public enum State {
        OPEN,
        CLOSED,
        /** No schedule applies; LivePerson's manual state decides then (contract 2.4, E13). */
        UNKNOWN
    }
}
