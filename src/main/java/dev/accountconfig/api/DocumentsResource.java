package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.Served;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.document.Target;
import dev.accountconfig.document.Write;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Whatever else is configured, remembered by its canonical address and passed on as it came; and all that is written. */
@Path("/api/account/{accountId}/configuration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = VendorResponses.TAG, description = "What an unchanged LivePerson client asks, in the vendor's own shapes")
@VendorResponses
public class DocumentsResource {
    /** The four segments before the address of the document. That none of them is empty, the front door has seen to. */
    private static final Pattern BEFORE = Pattern.compile("^/[^/]+/[^/]+/[^/]+/[^/]+/");

    private static final String UNKNOWN = "LivePerson did not answer, and may or may not have written it";

    private final AccountSchedules schedules;
    private final Passage passage;

    public DocumentsResource(AccountSchedules schedules, Passage passage) {
        this.schedules = schedules;
        this.passage = passage;
    }

    @GET
    @Requires(Verb.READ)
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
            @BeanParam Inquiry inquiry) {
        ask.check();
        DocumentId id = new DocumentId(Parameters.account(accountId), target(raw));
        return schedules.document(id).map(served -> answer(served, inquiry));
    }

    @POST
    @Requires(Verb.WRITE)
    @Path("/{path:.+}")
    @Operation(
            operationId = "vendorPost",
            summary = "A write, passed on to LivePerson as it came",
            description = "With If-Match and X-HTTP-Method-Override; answered with LivePerson's status and JSON.")
    @APIResponse(responseCode = "200", description = "LivePerson's own answer; ac-revision is the new revision")
    @APIResponse(responseCode = "504", description = UNKNOWN)
    public Uni<RestResponse<byte[]>> post(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "ac-common/specialoccasion") @RestPath String path,
            @Context RoutingContext context,
            @Context HttpHeaders request,
            byte[] body) {
        return write(accountId, context, request, body);
    }

    @PUT
    @Requires(Verb.WRITE)
    @Path("/{path:.+}")
    @Operation(
            operationId = "vendorPut",
            summary = "A replacement, passed on to LivePerson as it came",
            description = "With If-Match; answered with LivePerson's status and JSON.")
    @APIResponse(responseCode = "200", description = "LivePerson's own answer; ac-revision is the new revision")
    @APIResponse(responseCode = "504", description = UNKNOWN)
    public Uni<RestResponse<byte[]>> put(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "ac-common/specialoccasion") @RestPath String path,
            @Context RoutingContext context,
            @Context HttpHeaders request,
            byte[] body) {
        return write(accountId, context, request, body);
    }

    @DELETE
    @Requires(Verb.WRITE)
    @Path("/{path:.+}")
    @Operation(
            operationId = "vendorDelete",
            summary = "A deletion, passed on to LivePerson as it came",
            description = "With If-Match; answered with LivePerson's status and JSON.")
    @APIResponse(responseCode = "200", description = "LivePerson's own answer; ac-revision is the new revision")
    @APIResponse(responseCode = "504", description = UNKNOWN)
    public Uni<RestResponse<byte[]>> delete(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "ac-common/specialoccasion/4101000110") @RestPath String path,
            @Context RoutingContext context,
            @Context HttpHeaders request) {
        return UnsaidBody.of(context.request()).chain(body -> write(accountId, context, request, body));
    }

    /** Without this, the framework would say that there is nothing. */
    @PATCH
    @Requires(Verb.WRITE)
    @Path("/{path:.+}")
    @Operation(hidden = true)
    public RestResponse<byte[]> patch(@RestPath String accountId, @RestPath String path) {
        throw new NotAllowedException(HttpMethod.PUT);
    }

    private Uni<RestResponse<byte[]>> write(
            String accountId, RoutingContext context, HttpHeaders request, byte[] body) {
        HttpServerRequest raw = context.request();
        AccountId account = schedules.served(Parameters.account(accountId));
        Write write = VendorWrite.read(account, raw.method().name(), target(raw), request, body);
        return passage.pass(Admitted.caller(context), write)
                .map(reply -> VendorWrite.answer(reply, raw.path()))
                .onFailure(ChangeFailure.class)
                .transform(VendorWrite::told);
    }

    private static RestResponse<byte[]> answer(Served<Document> served, Inquiry inquiry) {
        Document document = AccountSchedules.present(served);
        return Answers.asTheVendor(served, Rendered.jsonAsItCame(document.json()), inquiry);
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
