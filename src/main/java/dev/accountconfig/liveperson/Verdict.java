package dev.accountconfig.liveperson;

import dev.accountconfig.liveperson.VendorFailure.Kind;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one place where the vendor's status codes become words (contract 1.5, 5, 7, 8). Pure. */
final class Verdict {
    private static final String REVISION = "ac-revision";
    private static final String SESSION = "Session_id=";

    private Verdict() {}

    /** @throws VendorFailure where the status is no answer */
    static VendorAnswer on(int status, MultiMap headers, Buffer body) {
        if (status == 200 || status == 201 || status == 204) {
            return content(status, headers, body);
        }
        if (status == 304) {
            return new VendorAnswer.NotModified(revision(headers));
        }
        if (status == 404 && VendorJson.isConfigurationError(body)) {
            return new VendorAnswer.NotFound();
        }
        throw new VendorFailure(kind(status), "answered " + status, retryAfter(headers)).because(problem(status, body));
    }

    /**
     * For a write that is passed on, where every answer is one. What is none for others fails nevertheless, since that is
     * how the breaker hears of it, but carries what was said.
     */
    static VendorAnswer toTheLetter(int status, MultiMap headers, Buffer body) {
        VendorAnswer.Content said = content(status, headers, body);
        if (status >= 200 && status < 300) {
            return said;
        }
        boolean nothingThere = status == 404 && VendorJson.isConfigurationError(body);
        Kind kind = nothingThere ? Kind.REJECTED : kind(status);
        throw new VendorFailure(kind, "answered " + status, retryAfter(headers), said).because(problem(status, body));
    }

    private static VendorAnswer.Content content(int status, MultiMap headers, Buffer body) {
        return new VendorAnswer.Content(status, body, revision(headers), headers.get("Content-Type"), session(headers));
    }

    private static @Nullable Secret session(MultiMap headers) {
        return headers.getAll("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(SESSION))
                .map(cookie -> new Secret(cookie.substring(SESSION.length()).split(";", 2)[0]))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable OAuthProblem problem(int status, Buffer body) {
        return status == 401 ? OAuthProblem.in(body).orElse(null) : null;
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 409, 412 -> Kind.CONFLICT;
            case 429 -> Kind.THROTTLED;
            case 451 -> Kind.BLOCKED;
            // A gateway's 404, or that of a host that has moved: it says nothing about what was asked for.
            case 404 -> Kind.UNEXPECTED;
            default -> status >= 500 ? Kind.FAILING : status >= 400 ? Kind.REJECTED : Kind.UNEXPECTED;
        };
    }

    /** A revision is an opaque token to us, but it is sent back: nothing but a number is (contract 8.1). */
    private static @Nullable String revision(MultiMap headers) {
        String revision = headers.get(REVISION);
        return revision != null && revision.matches("[0-9]{1,19}") ? revision : null;
    }

    /** Only the form in seconds; the vendor documents neither (contract 7). At most an hour is believed. */
    private static Duration retryAfter(MultiMap headers) {
        String seconds = headers.get("Retry-After");
        if (seconds == null || !seconds.matches("[0-9]{1,9}")) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Math.min(3600, Integer.parseInt(seconds)));
    }
}
