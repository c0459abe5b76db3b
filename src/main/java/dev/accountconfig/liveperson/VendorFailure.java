package dev.accountconfig.liveperson;

import dev.accountconfig.cache.OriginFailure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vendor gave no usable answer. Carries no stack trace, nothing of what was sent, and of what was received only what is
 * to be passed on to a caller.
 */
public final class VendorFailure extends OriginFailure {
    private static final long serialVersionUID = 1L;

    /** Each is a value of the {@code outcome} label. */
    public enum Kind {
        /** No connection could be made: nothing was sent. */
        UNREACHABLE(true, Reason.UNAVAILABLE),
        /** The connection broke, and nobody knows what had arrived. */
        BROKEN(true, Reason.UNAVAILABLE),
        /** The deadline of the whole call passed. */
        TIMED_OUT(true, Reason.UNAVAILABLE),
        /** 429: too many requests at once (contract 7). */
        THROTTLED(true, Reason.UNAVAILABLE),
        /** 5xx. */
        FAILING(true, Reason.UNAVAILABLE),
        /** 200, but not what was asked for: HTML, broken JSON, longer than the limit. */
        GARBLED(true, Reason.UNAVAILABLE),
        /** A redirect, or a status that the contract does not know. */
        UNEXPECTED(true, Reason.UNAVAILABLE),
        /** Not tried: the circuit breaker is open. */
        BREAKER_OPEN(true, Reason.UNAVAILABLE),
        /** Not tried: the vendor asked to be left alone, or too many calls wait already. */
        HELD_BACK(false, Reason.UNAVAILABLE),
        /** 401. */
        UNAUTHORIZED(false, Reason.REFUSED),
        /** 403. */
        FORBIDDEN(false, Reason.REFUSED),
        /** 451: the account or user is blocked by the vendor (contract 5). */
        BLOCKED(false, Reason.REFUSED),
        /** 409 or 412: something else was changed meanwhile, or a name is taken (contract 8.2). */
        CONFLICT(false, Reason.REFUSED),
        /** Any other 4xx: the vendor understood, and says we are wrong. */
        REJECTED(false, Reason.REFUSED);

        private final boolean unhealthy;
        private final Reason reason;

        Kind(boolean unhealthy, Reason reason) {
            this.unhealthy = unhealthy;
            this.reason = reason;
        }

        /** Whether it speaks against the vendor's health, rather than against what was asked. */
        public boolean unhealthy() {
            return unhealthy;
        }
    }

    /** What failed: the question itself, or the way to it. */
    enum Stage {
        LOOK_UP(" when asked where its services are"),
        SIGN_IN(" when signing in"),
        QUESTION("");

        private final String words;

        Stage(String words) {
            this.words = words;
        }
    }

    /**
     * What else is known.
     *
     * @param said null unless it is to be passed on
     * @param problem null unless the vendor named one
     */
    private record Particulars(
            VendorAnswer.@Nullable Content said, @Nullable OAuthProblem problem) {
        static final Particulars NONE = new Particulars(null, null);
    }

    private final Kind kind;
    private final Stage stage;
    private final transient Particulars particulars;

    VendorFailure(Kind kind, String words) {
        this(kind, words, Duration.ZERO);
    }

    /** @param retryAfter zero where the vendor did not say */
    VendorFailure(Kind kind, String words, Duration retryAfter) {
        this(kind, Stage.QUESTION, words, retryAfter, Particulars.NONE);
    }

    /** @param said to be passed on */
    VendorFailure(Kind kind, String words, Duration retryAfter, VendorAnswer.Content said) {
        this(kind, Stage.QUESTION, words, retryAfter, new Particulars(said, null));
    }

    private VendorFailure(Kind kind, Stage stage, String words, Duration retryAfter, Particulars particulars) {
        super(kind.reason, words, retryAfter);
        this.kind = kind;
        this.stage = stage;
        this.particulars = particulars;
    }

    public Kind kind() {
        return kind;
    }

    Stage stage() {
        return stage;
    }

    Optional<VendorAnswer.Content> said() {
        return Optional.ofNullable(particulars.said());
    }

    /** What the vendor has against a signature. */
    Optional<OAuthProblem> problem() {
        return Optional.ofNullable(particulars.problem());
    }

    VendorFailure because(@Nullable OAuthProblem problem) {
        return problem == null
                ? this
                : new VendorFailure(
                        kind,
                        stage,
                        getMessage() + " (" + problem.words() + ")",
                        retryAfter(),
                        new Particulars(particulars.said(), problem));
    }

    VendorFailure at(Stage reached) {
        return new VendorFailure(
                kind,
                reached,
                getMessage() + reached.words,
                retryAfter(),
                new Particulars(null, particulars.problem()));
    }

    @Override
    protected VendorFailure comingBackAfter(Duration pause) {
        return new VendorFailure(kind, stage, getMessage(), pause, particulars);
    }
}
