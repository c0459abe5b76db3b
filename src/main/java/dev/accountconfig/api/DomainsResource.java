package dev.accountconfig.api;

import dev.accountconfig.access.Callers;
import dev.accountconfig.schedule.AccountId;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The vendor's Domain API (contract 4): every service that is answered here lives here. Whatever the vendor has besides is
 * not named, so that no client is led past us with the wrong credentials.
 */
@OpenToAll
@Path("/api/account/{accountId}/service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = VendorResponses.TAG)
@APIResponse(responseCode = "304", description = "If-None-Match names the current tag")
@APIResponse(
        responseCode = "400",
        description = "No such account or service, or the client named no host",
        content =
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ServiceError.class)))
public class DomainsResource {
    private final AccountSchedules schedules;
    private final Callers callers;
    private final PublicHost host;

    public DomainsResource(AccountSchedules schedules, Callers callers, PublicHost host) {
        this.schedules = schedules;
        this.callers = callers;
        this.host = host;
    }

    @GET
    @Path("/baseURI.json")
    @Operation(operationId = "vendorListDomains", summary = "Where the services of an account live: here")
    @APIResponse(
            responseCode = "200",
            description = "All services",
            content = @Content(schema = @Schema(implementation = BaseUri.Collection.class)))
    public RestResponse<byte[]> all(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Context HttpServerRequest raw,
            @Context HttpHeaders request) {
        String account = known(accountId);
        String here = host.of(raw);
        return Answers.asOfNow(BaseUri.Collection.of(account, here), request);
    }

    @GET
    @Path("/{service}/baseURI.json")
    @Operation(operationId = "vendorGetDomain", summary = "Where one service of an account lives: here")
    @APIResponse(
            responseCode = "200",
            description = "The one",
            content = @Content(schema = @Schema(implementation = BaseUri.class)))
    public RestResponse<byte[]> one(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "accountConfigReadOnly") @RestPath String service,
            @Context HttpServerRequest raw,
            @Context HttpHeaders request) {
        String account = known(accountId);
        if (!BaseUri.SERVICES.contains(service)) {
            throw Problem.invalid("{service}", "names no service that is answered here")
                    .asException();
        }
        return Answers.asOfNow(new BaseUri(service, account, host.of(raw)), request);
    }

    /**
     * 400, since the vendor documents no 404 here. Where callers are told apart, who has not said yet who he is learns nothing
     * about which accounts there are.
     */
    private String known(String accountId) {
        AccountId account = Parameters.account(accountId);
        if (callers.areEverybody() && !schedules.serves(account)) {
            throw Problem.invalid("{accountId}", "names no account that is served here")
                    .asException();
        }
        return account.value();
    }
}
