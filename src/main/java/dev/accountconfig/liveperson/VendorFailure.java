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

    private final Kind kind;
    private final Stage stage;

    /** Null unless it is to be passed on. */
    private final transient VendorAnswer.@Nullable Content said;

    VendorFailure(Kind kind, String words) {
        this(kind, words, Duration.ZERO);
    }

    /** @param retryAfter zero where the vendor did not say */
    VendorFailure(Kind kind, String words, Duration retryAfter) {
        this(kind, Stage.QUESTION, words, retryAfter, null);
    }

    /** @param said to be passed on */
    VendorFailure(Kind kind, String words, Duration retryAfter, VendorAnswer.Content said) {
        this(kind, Stage.QUESTION, words, retryAfter, said);
    }

    private VendorFailure(
            Kind kind, Stage stage, String words, Duration retryAfter, VendorAnswer.@Nullable Content said) {
        super(kind.reason, words, retryAfter);
        this.kind = kind;
        this.stage = stage;
        this.said = said;
    }

    public Kind kind() {
        return kind;
    }

    Stage stage() {
        return stage;
    }

    Optional<VendorAnswer.Content> said() {
        return Optional.ofNullable(said);
    }

    VendorFailure at(Stage reached) {
        return new VendorFailure(kind, reached, getMessage() + reached.words, retryAfter(), null);
    }

    @Override
    protected VendorFailure comingBackAfter(Duration pause) {
        return new VendorFailure(kind, stage, getMessage(), pause, said);
    }
}
