package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.document.Target;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Whatever else is configured: remembered by its canonical address, and passed on as it came. */
@Path("/api/account/{accountId}/configuration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = VendorResponses.TAG, description = "What an unchanged LivePerson client asks, in the vendor's own shapes")
@VendorResponses
public class DocumentsResource {
    /** The four segments before the address of the document. That none of them is empty, the front door has seen to. */
    private static final Pattern BEFORE = Pattern.compile("^/[^/]+/[^/]+/[^/]+/[^/]+/");

    private final AccountSchedules schedules;

    public DocumentsResource(AccountSchedules schedules) {
        this.schedules = schedules;
    }

    @GET
    @Path("/{path:.+}")
    @Operation(
            operationId = "vendorGetDocument",
            summary = "Any other resource of accountConfig",
            description = "JSON, to the byte; remembered by path and query, without _, __d, NC and source.")
    @APIResponse(responseCode = "200", description = "The resource; ac-revision is its revision")
    public Uni<RestResponse<byte[]>> get(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "le-users/users") @RestPath String path,
            @BeanParam VendorAsk ask,
            @Context HttpServerRequest raw,
            @Context HttpHeaders request) {
        ask.check();
        DocumentId id = new DocumentId(Parameters.account(accountId), target(raw));
        return schedules.document(id).map(served -> answer(served, request));
    }

    private static RestResponse<byte[]> answer(Served<Document> served, HttpHeaders request) {
        Document document = AccountSchedules.present(served);
        return Answers.asTheVendor(served, Rendered.jsonAsItCame(document.json()), request);
    }

    /** From the address as it was sent: decoded, one could not tell a slash in a name from a slash between two. */
    private static Target target(HttpServerRequest raw) {
        String path = BEFORE.matcher(raw.path()).replaceFirst("");
        try {
            return Target.of(path, Optional.ofNullable(raw.query()).orElse(""));
        } catch (IllegalArgumentException hostile) {
            throw Problem.of(ProblemType.MALFORMED_TARGET, "The address is refused: " + hostile.getMessage() + ".")
                    .asException();
        }
    }
}
