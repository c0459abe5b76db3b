package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.Status;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Open or not. */
@Requires(Verb.READ)
@Path("/v1/accounts/{accountId}/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hours", description = "When an account, or one of its skills, is open")
@CommonResponses
public class StatusResource {
    private final AccountSchedules schedules;
    private final InstantSource clock;

    public StatusResource(AccountSchedules schedules, InstantSource clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getStatus",
            summary = "Open or not, until when, and why",
            description = "Without at, the answer is for now, and may be cached up to the next change of state.")
    @APIResponse(
            responseCode = "200",
            description = "The status",
            content = @Content(schema = @Schema(implementation = StatusView.class)))
    public Uni<RestResponse<byte[]>> status(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4103000110", description = "a skill; without it, the account's defaults")
                    @RestQuery
                    @Nullable
                    String skill,
            @Parameter(example = "2026-12-24T12:00:00Z", description = "a time with an offset") @RestQuery @Nullable
                    String at,
            @BeanParam Inquiry inquiry) {
        Instant then = at == null ? null : Parameters.instant("?at", at);
        return Asked.of(schedules, accountId, skill)
                .map(served -> then == null ? now(served, inquiry) : at(served, then, inquiry));
    }

    private RestResponse<byte[]> at(Served<Asked> served, Instant then, Inquiry inquiry) {
        Asked asked = AccountSchedules.present(served);
        return Answers.of(served, StatusView.of(asked, asked.status(then)), inquiry);
    }

    /** Right up to the next change, to the second, and cached no longer. */
    private RestResponse<byte[]> now(Served<Asked> served, Inquiry inquiry) {
        Asked asked = AccountSchedules.present(served);
        Instant now = clock.instant();
        Status status = asked.status(now);
        Validity valid = Validity.lasting(status.validFrom(now), now);
        return Answers.of(served, Rendered.json(StatusView.of(asked, status)), valid, inquiry);
    }
}
