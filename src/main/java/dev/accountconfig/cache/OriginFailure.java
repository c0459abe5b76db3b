package dev.accountconfig.cache;

import java.time.Duration;

/**
 * The origin gave no answer. Only this is forgiven by a stale value: any other exception is a bug of ours and reaches the
 * caller.
 *
 * <p>Carries no stack trace, since one failure is shared by all who waited for the flight.
 */
public class OriginFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** Down, slow, throttling or talking nonsense; may be better later. */
        UNAVAILABLE,
        /** It understood and said no to us, not to the caller: our credentials or our rights. */
        REFUSED
    }

    private final Reason reason;
    private final Duration retryAfter;

    /**
     * @param words a predicate, as in "answered 500"; without secrets, since they are logged and told to callers
     * @param retryAfter what the origin asked for; zero where it did not
     */
    public OriginFailure(Reason reason, String words, Duration retryAfter) {
        super(words, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public static OriginFailure unavailable(String words) {
        return new OriginFailure(Reason.UNAVAILABLE, words, Duration.ZERO);
    }

    public final Reason reason() {
        return reason;
    }

    public final Duration retryAfter() {
        return retryAfter;
    }

    /** The same failure, told to a caller who may come back later. */
    protected OriginFailure comingBackAfter(Duration pause) {
        return new OriginFailure(reason, getMessage(), pause);
    }

    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
