package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Finding;
import dev.accountconfig.schedule.LocalDays;
import dev.accountconfig.schedule.Schedules;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Mistakes in an account's configuration, in words. */
@Requires(Verb.READ)
@Path("/v1/accounts/{accountId}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings", description = "Mistakes in an account's configuration, in words")
@CommonResponses
public class FindingsResource {
    private final AccountSchedules schedules;
    private final SignInFindings signIn;
    private final InstantSource clock;

    public FindingsResource(AccountSchedules schedules, SignInFindings signIn, InstantSource clock) {
        this.schedules = schedules;
        this.signIn = signIn;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listFindings",
            summary = "Mistakes found in the account's configuration",
            description = "Each with the item's id, what is wrong, and what to do about it.")
    @APIResponse(
            responseCode = "200",
            description = "The findings",
            content = @Content(schema = @Schema(implementation = FindingView.Collection.class)))
    public Uni<RestResponse<byte[]>> list(
            @Parameter(example = "31415926") @RestPath String accountId, @BeanParam Inquiry inquiry) {
        AccountId account = Parameters.account(accountId);
        return AccountSchedules.aside(schedules.withSkills(account))
                .map(served -> list(account, served, inquiry))
                .onFailure(failure ->
                        failure instanceof OriginFailure && signIn.of(account).isPresent())
                .recoverWithItem(() -> alone(signIn.of(account).stream()));
    }

    /** With nothing else known: it says why. */
    private static RestResponse<byte[]> alone(Stream<Finding> signIn) {
        Rendered rendered = Rendered.json(view(signIn));
        return ResponseBuilder.ok(rendered.body())
                .type(rendered.type())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static FindingView.Collection view(Stream<Finding> findings) {
        return new FindingView.Collection(findings.map(FindingView::of).toList());
    }

    /** What lies in the past is another matter tomorrow; and how the sign-in stands can be another matter at any time. */
    private RestResponse<byte[]> list(AccountId account, Served<Schedules> served, Inquiry inquiry) {
        Schedules all = AccountSchedules.present(served);
        ZoneId zone = all.zone().orElse(Asked.UTC);
        Instant now = clock.instant();
        Stream<Finding> findings =
                Stream.concat(signIn.of(account).stream(), all.findings(LocalDays.today(now, zone)).stream());
        Validity valid = Validity.lasting(LocalDays.untilTomorrow(now, zone), now);
        return Answers.of(served.once(), Rendered.json(view(findings)), valid, inquiry);
    }
}
