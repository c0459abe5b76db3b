package dev.accountconfig.cache;

import java.time.Duration;

/** A change was asked for and is not confirmed. Carries no stack trace, and nothing of what was to be written. */
public final class ChangeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What can be said about the change. */
    public enum Certainty {
        /** It was not made, and asking again later may help. */
        NOT_MADE,
        /** It was not made, and will not be: who holds the value says no. */
        REFUSED,
        /** It was not made, and will not be as it is: who holds the value does not take what was to be written. */
        UNFIT,
        /** It was not made, since something else was changed meanwhile. */
        CONFLICTS,
        /** Nobody knows whether it was made. */
        UNKNOWN
    }

    private final Certainty certainty;
    private final Duration retryAfter;

    /**
     * @param words a predicate, as in "answered 500"; without secrets, since they are logged and told to callers
     * @param retryAfter zero where nobody asked for a pause
     */
    public ChangeFailure(Certainty certainty, String words, Duration retryAfter) {
        super(words, null, false, false);
        this.certainty = certainty;
        this.retryAfter = retryAfter;
    }

    /** Of a change that was never sent, because the way to the origin failed already. */
    public static ChangeFailure notSent(OriginFailure failure) {
        Certainty certainty = failure.reason() == OriginFailure.Reason.REFUSED ? Certainty.REFUSED : Certainty.NOT_MADE;
        return new ChangeFailure(certainty, failure.getMessage(), failure.retryAfter());
    }

    public Certainty certainty() {
        return certainty;
    }

    /** Whether a change that failed was perhaps made. A bug of ours says no more about it than a broken connection. */
    public static boolean leavesOpen(Throwable failure) {
        return !(failure instanceof ChangeFailure known) || known.certainty == Certainty.UNKNOWN;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
