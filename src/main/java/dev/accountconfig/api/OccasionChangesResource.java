package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Special occasions, written. A body is read on the event loop, whole, and is small. */
@Requires(Verb.WRITE)
@Path("/v1/accounts/{accountId}/occasions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Occasions")
@WriteResponses
public class OccasionChangesResource {
    private final Writers writers;

    public OccasionChangesResource(Writers writers) {
        this.writers = writers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createOccasion",
            summary = "A new special occasion",
            description = "Without an id: LivePerson gives it. Where isDefault is true, the mark moves to the new one.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description =
                    "1 to 64 visible ASCII characters: a request that is sent again with it is not carried out again",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "Made, and seen by every reader from now on",
            headers = {
                @Header(name = "Location", description = "its address"),
                @Header(name = "ETag", description = "its tag")
            },
            content = @Content(schema = @Schema(implementation = OccasionView.class)))
    public Uni<RestResponse<byte[]>> create(
            @Parameter(example = "31415926") @RestPath String accountId,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OccasionView.class)))
                    byte[] body,
            @Context HttpHeaders request,
            @Context RoutingContext context) {
        return writers.occasions().create(Admitted.caller(context), accountId, body, request);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceOccasion",
            summary = "Another state of a special occasion",
            description = "As a whole: what is left out is gone, save what only LivePerson knows.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = "the ETag of the state that is to be replaced",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "Changed, and seen by every reader from now on",
            headers = @Header(name = "ETag", description = "its tag"),
            content = @Content(schema = @Schema(implementation = OccasionView.class)))
    public Uni<RestResponse<byte[]>> replace(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4101000110") @RestPath String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OccasionView.class)))
                    byte[] body,
            @Context HttpHeaders request,
            @Context RoutingContext context) {
        return writers.occasions().replace(Admitted.caller(context), accountId, id, body, request);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteOccasion", summary = "The end of a special occasion")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = "the ETag of the state that is to be deleted",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "Deleted, and seen by no reader from now on")
    public Uni<RestResponse<byte[]>> delete(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4101000110") @RestPath String id,
            @Context HttpHeaders request,
            @Context RoutingContext context) {
        return writers.occasions().delete(Admitted.caller(context), accountId, id, request);
    }
}
