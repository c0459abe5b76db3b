package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import io.netty.util.AsciiString;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Puts a rendered value and its caching headers into a response; 304 where the caller has it already. What can be told again
 * is kept for {@link Retelling}.
 */
final class Answers {
    private Answers() {}

    static RestResponse<byte[]> of(Served<?> served, Object view, Inquiry inquiry) {
        return of(served, Rendered.json(view), Validity.ALWAYS, inquiry);
    }

    static RestResponse<byte[]> of(Served<?> served, Rendered rendered, Validity valid, Inquiry inquiry) {
        inquiry.answered(new RenderedAnswer(rendered, served.basis(), valid, false));
        Told told = new Told(CacheHeaders.of(served, valid), new AsciiString(rendered.etag()), null);
        return response(rendered, told, inquiry.has(rendered.etag()));
    }

    /** Like the vendor besides: with the revision, and 304 where {@code If-Match} names it. */
    static RestResponse<byte[]> asTheVendor(Served<?> served, Rendered rendered, Inquiry inquiry) {
        inquiry.answered(new RenderedAnswer(rendered, served.basis(), Validity.ALWAYS, true));
        String revision = served.revision();
        boolean known = inquiry.has(rendered.etag()) || (revision != null && inquiry.hasRevision(revision));
        return response(rendered, new Told(CacheHeaders.of(served), new AsciiString(rendered.etag()), revision), known);
    }

    /** What is known here and nowhere else: right now, and perhaps not later. */
    static RestResponse<byte[]> asOfNow(Object view, HttpHeaders request) {
        Rendered rendered = Rendered.json(view);
        boolean known = EntityTags.match(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH), rendered.etag());
        return body(rendered, known)
                .header(HttpHeaders.ETAG, rendered.etag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** The outcome of a change, and its tag: the condition of the next one. */
    static ResponseBuilder<byte[]> written(int status, Effect effect) {
        Rendered after = Objects.requireNonNull(effect.after());
        return ResponseBuilder.<byte[]>create(status)
                .entity(after.body())
                .type(after.type())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.ETAG, after.etag());
    }

    private static RestResponse<byte[]> response(Rendered rendered, Told told, boolean known) {
        ResponseBuilder<byte[]> response = body(rendered, known);
        told.to(new SpeltLines((name, value) -> response.header(name.toString(), value.toString())));
        return response.build();
    }

    private static ResponseBuilder<byte[]> body(Rendered rendered, boolean known) {
        return known
                ? ResponseBuilder.<byte[]>notModified()
                : ResponseBuilder.ok(rendered.body()).type(rendered.type());
    }
}
