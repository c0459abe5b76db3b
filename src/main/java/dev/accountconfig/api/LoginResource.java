package dev.accountconfig.api;

import dev.accountconfig.document.JsonText;
import dev.accountconfig.schedule.AccountId;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The vendor's Login Service (contract 5), answered here and never passed on: callers sign in to this service, and this
 * service to the vendor.
 */
@OpenToAll
@Path("/api/account/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = VendorResponses.TAG)
@APIResponse(
        responseCode = "401",
        description = "No such account, or the credentials are nobody's",
        content =
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ServiceError.class)))
public class LoginResource {
    private final AccountSchedules schedules;
    private final FaceSignIn signIn;
    private final PublicHost host;
    private final InstantSource clock;

    public LoginResource(AccountSchedules schedules, FaceSignIn signIn, PublicHost host, InstantSource clock) {
        this.schedules = schedules;
        this.signIn = signIn;
        this.host = host;
        this.clock = clock;
    }

    @POST
    @Path("/login")
    @Operation(
            operationId = "vendorLogin",
            summary = "Sign in, in the vendor's shape",
            description = "As a user (username, password) or an application (appKey, secret). Never LivePerson's own.")
    @APIResponse(
            responseCode = "200",
            description = "A bearer, and where to go on: here",
            content = @Content(schema = @Schema(implementation = LoginView.class)))
    @APIResponse(responseCode = "400", description = "The body names no credentials")
    public RestResponse<byte[]> login(
            @Parameter(example = "31415926") @RestPath String accountId, @Context HttpServerRequest raw, byte[] body) {
        LoginBody sent = LoginBody.of(body);
        FaceSignIn.Claim claim = sent.claim()
                .orElseThrow(() -> Problem.of(ProblemType.INVALID_BODY, "username and password are required.")
                        .asException());
        AccountId account = Parameters.account(accountId);
        // In this order: a wrong sign-in counts as a guess before anybody asks whether the account is one of ours.
        FaceSignIn.Granted granted = signIn.signIn(account, claim)
                .filter(some -> schedules.serves(account))
                .orElseThrow(LoginResource::refused);
        return answer(LoginView.of(
                granted, sent.loginName(), BaseUri.Collection.of(account.value(), host.of(raw)), clock.instant()));
    }

    @POST
    @Path("/refresh")
    @Operation(operationId = "vendorRefresh", summary = "Prolong a session, in the vendor's shape")
    @APIResponse(responseCode = "200", description = "Prolonged; there is no new bearer")
    public RestResponse<byte[]> refresh(@Parameter(example = "31415926") @RestPath String accountId, byte[] body) {
        return done(signIn.refresh(known(accountId), csrf(body)));
    }

    @POST
    @Path("/logout")
    @Operation(operationId = "vendorLogout", summary = "End a session, in the vendor's shape")
    @APIResponse(responseCode = "200", description = "Ended")
    public RestResponse<byte[]> logout(@Parameter(example = "31415926") @RestPath String accountId, byte[] body) {
        return done(signIn.end(known(accountId), csrf(body)));
    }

    private static String csrf(byte[] body) {
        return JsonText.isWhole(body) ? LoginBody.text(Json.tree(body), "csrf").orElse("") : "";
    }

    private static RestResponse<byte[]> done(boolean known) {
        if (!known) {
            throw refused();
        }
        return ResponseBuilder.<byte[]>ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static RestResponse<byte[]> answer(LoginView view) {
        return ResponseBuilder.ok(Json.bytes(view))
                .type(Rendered.JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private AccountId known(String accountId) {
        AccountId account = Parameters.account(accountId);
        if (!schedules.serves(account)) {
            throw refused();
        }
        return account;
    }

    private static ProblemException refused() {
        return Problem.of(ProblemType.SIGN_IN_REFUSED, "Invalid site, agent or credentials.")
                .asException();
    }
}
