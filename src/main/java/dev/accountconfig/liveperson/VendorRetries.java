package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Chance;
import dev.accountconfig.cache.Pauses;
import dev.accountconfig.cache.RetrySchedule;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.liveperson.VendorFailure.Stage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The vendor's retry policy (contract 7), as a function of the attempt and the failure. Pure.
 *
 * <table>
 * <caption>pauses after the first, second … failure in a row; never shorter than the vendor asked for</caption>
 * <tr><td>5xx, 429, time-out, no connection, nonsense</td><td>5, 10, 15 s, then 2, 4, 8 min</td></tr>
 * <tr><td>a sign-in that is refused</td><td>5, 10 s, then 5 min: guessing on would lock the vendor's user out</td></tr>
 * <tr><td>any other 4xx</td><td>5 min: there is no retrying what is wrong, only looking whether it was put right</td></tr>
 * <tr><td>451</td><td>until the next start: there is only calling the vendor's support</td></tr>
 * <tr><td>not tried, or the way to it failed</td><td>5 s: whoever holds it back decides how long</td></tr>
 * </table>
 *
 * The one thing that is tried again sooner is told by {@link #early}; how long all else waits too, by {@link #respite}.
 */
public enum VendorRetries implements RetrySchedule {
    OF_LOOK_UPS(Stage.LOOK_UP),
    OF_SIGN_INS(Stage.SIGN_IN),
    OF_QUESTIONS(Stage.QUESTION);

    private static final Pauses UNHEALTHY = Pauses.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8));
    private static final Pauses REFUSED = Pauses.of(Duration.ofMinutes(5));
    private static final Pauses REFUSED_SIGN_IN =
            Pauses.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final Pauses BLOCKED = Pauses.of(Duration.ofDays(3650));
    private static final Duration THROTTLED = Duration.ofSeconds(1);
    private static final Duration THROTTLED_SIGN_IN = Duration.ofSeconds(5);
    private static final Pauses HELD_BACK = Pauses.of(Duration.ofSeconds(5));

    /** A time-out is none of them: the reader's patience is over before the call's deadline. */
    private static final Set<Kind> SOON_OVER = EnumSet.of(Kind.UNREACHABLE, Kind.BROKEN, Kind.FAILING);

    private final Stage own;

    VendorRetries(Stage own) {
        this.own = own;
    }

    @Override
    public Duration pause(int failures, Throwable failure, Chance chance) {
        return pauses(failure).pause(failures, failure, chance);
    }

    /** Whether one more try right now may help a reader who waits and cannot be served otherwise. */
    static boolean early(Throwable failure) {
        return failure instanceof VendorFailure known && SOON_OVER.contains(known.kind());
    }

    /** How long a whole service wants to be left alone: what it said, and after a 429 no less than its policy says. */
    static Duration respite(VendorFailure failure, Purpose purpose) {
        if (failure.kind() != Kind.THROTTLED) {
            return failure.retryAfter();
        }
        boolean signIn = purpose == Purpose.LOGIN || purpose == Purpose.TOKEN;
        Duration least = signIn ? THROTTLED_SIGN_IN : THROTTLED;
        return failure.retryAfter().compareTo(least) < 0 ? least : failure.retryAfter();
    }

    private Pauses pauses(Throwable failure) {
        if (!(failure instanceof VendorFailure known)) {
            return UNHEALTHY;
        }
        return known.stage() == own ? pauses(known.kind()) : HELD_BACK;
    }

    private Pauses pauses(Kind kind) {
        return switch (kind) {
            case UNREACHABLE, BROKEN, TIMED_OUT, THROTTLED, FAILING, GARBLED, UNEXPECTED -> UNHEALTHY;
            case UNAUTHORIZED, FORBIDDEN, CONFLICT, REJECTED -> own == Stage.SIGN_IN ? REFUSED_SIGN_IN : REFUSED;
            case BLOCKED -> BLOCKED;
            case BREAKER_OPEN, HELD_BACK -> HELD_BACK;
        };
    }
}
