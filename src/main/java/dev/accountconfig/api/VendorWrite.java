package dev.accountconfig.api;

import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.JsonText;
import dev.accountconfig.document.Reply;
import dev.accountconfig.document.Target;
import dev.accountconfig.document.Write;
import dev.accountconfig.schedule.AccountId;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A caller's own write: what of it is passed on, and what of the vendor's reply. Pure. */
final class VendorWrite {
    private static final Pattern REVISION = Pattern.compile("[0-9]{1,19}|\\*");
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private VendorWrite() {}

    /**
     * @param method of the request
     * @throws ProblemException where something of it cannot be passed on
     */
    static Write read(AccountId account, String method, Target target, HttpHeaders headers, byte[] body) {
        Write.Method sent = Write.Method.valueOf(method);
        return new Write(account, sent, override(sent, headers), target, revision(headers), document(headers, body));
    }

    /** POST carries PUT and DELETE for clients that cannot send them (contract 1.1); others may say what they are. */
    private static Write.@Nullable Method override(Write.Method sent, HttpHeaders headers) {
        String named = single(headers, OVERRIDE);
        if (named == null) {
            return null;
        }
        return Stream.of(Write.Method.values())
                .filter(each -> each.name().equals(named.toUpperCase(Locale.ROOT)))
                .filter(each -> each == sent || sent == Write.Method.POST)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(OVERRIDE, "must be PUT or DELETE, on a POST")
                        .asException());
    }

    private static @Nullable String revision(HttpHeaders headers) {
        String revision = single(headers, HttpHeaders.IF_MATCH);
        if (revision != null && !REVISION.matcher(revision).matches()) {
            throw Problem.invalid(HttpHeaders.IF_MATCH, "must be a revision or *")
                    .asException();
        }
        return revision;
    }

    private static @Nullable String single(HttpHeaders headers, String name) {
        List<String> values = headers.getRequestHeader(name);
        if (values.size() > 1) {
            throw Problem.invalid(name, "is given twice").asException();
        }
        return values.isEmpty() ? null : values.get(0).strip();
    }

    private static @Nullable Document document(HttpHeaders headers, byte[] body) {
        if (body.length == 0) {
            return null;
        }
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (!JsonText.isSaid(type)) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.")
                    .asException();
        }
        if (!JsonText.isWhole(body)) {
            throw Problem.of(ProblemType.INVALID_BODY, "The body must be one value of JSON in UTF-8.")
                    .asException();
        }
        return new Document(body);
    }

    /** @param path of the request, as it was sent */
    static RestResponse<byte[]> answer(Reply reply, String path) {
        ResponseBuilder<byte[]> response =
                ResponseBuilder.<byte[]>create(reply.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = body(reply, path);
        if (body != null) {
            response.entity(body).type(Rendered.JSON);
        }
        if (reply.revision() != null) {
            response.header(Told.REVISION, reply.revision());
        }
        if (!reply.retryAfter().isZero()) {
            response.header(HttpHeaders.RETRY_AFTER, reply.retryAfter().toSeconds());
        }
        return response.build();
    }

    private static byte @Nullable [] body(Reply reply, String path) {
        Document document = reply.body();
        if (document != null) {
            return document.json();
        }
        return reply.isError() ? Json.bytes(ConfigurationError.of(reply, path)) : null;
    }

    /** In the words of whoever asks: what the vendor did not say itself. */
    static RuntimeException told(ChangeFailure failure) {
        String words = String.valueOf(failure.getMessage());
        return switch (failure.certainty()) {
            case NOT_MADE ->
                new OriginFailure(OriginFailure.Reason.UNAVAILABLE, words, atLeastASecond(failure.retryAfter()));
            case REFUSED, UNFIT, CONFLICTS -> new OriginFailure(OriginFailure.Reason.REFUSED, words, Duration.ZERO);
            case UNKNOWN ->
                Problem.of(
                                ProblemType.CHANGE_UNKNOWN,
                                "LivePerson " + words + ": whether it was written is not known. Read it again.")
                        .asException();
        };
    }

    private static Duration atLeastASecond(Duration pause) {
        return pause.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : pause;
    }
}
