package dev.accountconfig.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;

/** A read that a resource answers: what its caller has already, and who else wants the answer. */
public class Inquiry {
    @RestHeader(HttpHeaders.IF_NONE_MATCH)
    @Parameter(hidden = true)
    List<String> tags = List.of();

    @RestHeader(HttpHeaders.IF_MATCH)
    @Parameter(hidden = true)
    List<String> revisions = List.of();

    @Context
    RoutingContext context;

    @SuppressWarnings("NullAway.Init") // the framework fills the fields before anybody sees it
    public Inquiry() {}

    /** The answer is what anybody gets who asks for the same target. */
    void answered(RenderedAnswer answer) {
        RenderedAnswers.offer(answer, context);
    }

    boolean has(String etag) {
        return EntityTags.match(tags, etag);
    }

    /** On a read, {@code If-Match} means to the vendor what HTTP calls {@code If-None-Match} (contract 8.1). */
    boolean hasRevision(String revision) {
        return revisions.contains(revision);
    }
}
