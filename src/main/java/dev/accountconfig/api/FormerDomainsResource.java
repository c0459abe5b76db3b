package dev.accountconfig.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The Domain API under the prefix that older clients know (contract 4). */
@OpenToAll
@Path("/csdr/account/{accountId}/service")
@Produces(MediaType.APPLICATION_JSON)
public class FormerDomainsResource {
    private final DomainsResource present;

    public FormerDomainsResource(DomainsResource present) {
        this.present = present;
    }

    @GET
    @Path("/baseURI.json")
    @Operation(hidden = true)
    public RestResponse<byte[]> all(
            @RestPath String accountId, @Context HttpServerRequest raw, @Context HttpHeaders request) {
        return present.all(accountId, raw, request);
    }

    @GET
    @Path("/{service}/baseURI.json")
    @Operation(hidden = true)
    public RestResponse<byte[]> one(
            @RestPath String accountId,
            @RestPath String service,
            @Context HttpServerRequest raw,
            @Context HttpHeaders request) {
        return present.one(accountId, service, raw, request);
    }
}
