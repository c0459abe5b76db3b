package dev.accountconfig.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A caller's name for one request, so that it can be sent again without being carried out again. */
record IdempotencyKey(String value) {
    static final String HEADER = "Idempotency-Key";

    /** Visible ASCII: it is compared as it stands. */
    private static final Pattern FORM = Pattern.compile("[!-~]{1,64}");

    /**
     * @return empty where the caller gave none
     * @throws ProblemException where it is none, or there are several
     */
    static Optional<IdempotencyKey> of(HttpHeaders request) {
        List<String> lines = request.getRequestHeader(HEADER);
        if (lines == null || lines.isEmpty()) {
            return Optional.empty();
        }
        if (lines.size() > 1 || !FORM.matcher(lines.get(0)).matches()) {
            throw Problem.invalid(HEADER, "must be 1 to 64 visible ASCII characters, once")
                    .asException();
        }
        return Optional.of(new IdempotencyKey(lines.get(0)));
    }
}
