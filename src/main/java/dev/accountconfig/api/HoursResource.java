package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.Hours;
import dev.accountconfig.schedule.Window;
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

/** Effective hours: occasions over workdays. */
@Requires(Verb.READ)
@Path("/v1/accounts/{accountId}/hours")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hours", description = "When an account, or one of its skills, is open")
@CommonResponses
public class HoursResource {
    private final AccountSchedules schedules;
    private final InstantSource clock;

    public HoursResource(AccountSchedules schedules, InstantSource clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getHours",
            summary = "Effective hours of a window of days",
            description =
                    "As instants and by local date. Seven days from today unless asked otherwise, at most 400 days.")
    @APIResponse(
            responseCode = "200",
            description = "The hours",
            content = @Content(schema = @Schema(implementation = HoursView.class)))
    public Uni<RestResponse<byte[]>> hours(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "2026-12-24", description = "first local date, inclusive") @RestQuery @Nullable
                    String from,
            @Parameter(example = "2026-12-26", description = "last local date, exclusive") @RestQuery @Nullable
                    String to,
            @Parameter(example = "4103000110", description = "a skill; without it, the account's defaults")
                    @RestQuery
                    @Nullable
                    String skill,
            @Parameter(example = "Europe/London", description = "where the dates begin and end") @RestQuery @Nullable
                    String zone,
            @BeanParam Inquiry inquiry) {
        HoursQuery query = HoursQuery.read(from, to, zone);
        return AccountSchedules.aside(Asked.of(schedules, accountId, skill))
                .map(served -> hours(served, query, inquiry));
    }

    private RestResponse<byte[]> hours(Served<Asked> served, HoursQuery query, Inquiry inquiry) {
        Asked asked = AccountSchedules.present(served);
        Instant now = clock.instant();
        Window window = query.window(now, asked.zone());
        Hours hours = asked.schedule().hours().over(window);
        return Answers.of(served, Rendered.json(HoursView.of(asked, hours)), query.valid(now, window), inquiry);
    }
}
