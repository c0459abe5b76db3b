package dev.accountconfig.liveperson;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a signed call was not let in, as the vendor says it in a form: {@code oauth_problem=…&…} (contract 6.1). */
enum OAuthProblem {
    TIMESTAMP_REFUSED("it finds the time stamp wrong"),
    NONCE_USED("it has seen the nonce before"),
    TOKEN_REJECTED("it knows no such access token of the app key"),
    SIGNATURE_INVALID("the signature does not fit: one of the two secrets is wrong"),
    CONSUMER_KEY_UNKNOWN("it knows no such app key"),
    CONSUMER_KEY_REJECTED("it does not accept the app key"),
    /** Whatever it says is not repeated, since it may be anything. */
    OTHER("the API key is not accepted");

    private static final String FIELD = "oauth_problem=";

    private final String words;

    OAuthProblem(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether a new time stamp and a new nonce may be all that is wanting. */
    boolean isOfTheMoment() {
        return this == TIMESTAMP_REFUSED || this == NONCE_USED;
    }

    static Optional<OAuthProblem> in(Buffer form) {
        return Stream.of(form.toString().split("&", -1))
                .filter(field -> field.startsWith(FIELD))
                .map(field -> of(field.substring(FIELD.length())))
                .findFirst();
    }

    private static OAuthProblem of(String problem) {
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(problem))
                .findFirst()
                .orElse(OTHER);
    }
}
