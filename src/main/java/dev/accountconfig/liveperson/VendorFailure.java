package dev.accountconfig.liveperson;

import dev.accountconfig.cache.OriginFailure;
import java.time.Duration;

/** The vendor gave no usable answer. Carries no stack trace and nothing of what was sent or received. */
public final class VendorFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Each is a value of the {@code outcome} label. */
    public enum Kind {
        /** No connection could be made: nothing was sent. */
        UNREACHABLE(true),
        /** The connection broke, and nobody knows what had arrived. */
        BROKEN(true),
        /** The deadline of the whole call passed. */
        TIMED_OUT(true),
        /** 429: too many requests at once (contract 7). */
        THROTTLED(true),
        /** 5xx. */
        FAILING(true),
        /** 200, but not what was asked for: HTML, broken JSON, longer than the limit. */
        GARBLED(true),
        /** A redirect, or a status that the contract does not know. */
        UNEXPECTED(true),
        /** Not tried: the circuit breaker is open. */
        BREAKER_OPEN(true),
        /** 401. */
        UNAUTHORIZED(false),
        /** 403. */
        FORBIDDEN(false),
        /** 451: the account or user is blocked by the vendor (contract 5). */
        BLOCKED(false),
        /** Any other 4xx: the vendor understood, and says we are wrong. */
        REJECTED(false);

        private final boolean unhealthy;

        Kind(boolean unhealthy) {
            this.unhealthy = unhealthy;
        }

        /** Whether it speaks against the vendor's health, rather than against what was asked. */
        public boolean unhealthy() {
            return unhealthy;
        }
    }

    private final Kind kind;
    private final Duration retryAfter;

    VendorFailure(Kind kind, String words) {
        this(kind, words, Duration.ZERO);
    }

    /** @param retryAfter zero where the vendor did not say */
    VendorFailure(Kind kind, String words, Duration retryAfter) {
        super(words, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** The same failure, saying that it was a sign-in that failed and not the question itself. */
    VendorFailure ofSignIn() {
        return new VendorFailure(kind, getMessage() + " when signing in", retryAfter);
    }

    OriginFailure asOriginFailure() {
        OriginFailure.Reason reason =
                kind.unhealthy() ? OriginFailure.Reason.UNAVAILABLE : OriginFailure.Reason.REFUSED;
        return new OriginFailure(reason, String.valueOf(getMessage()), retryAfter);
    }
}
