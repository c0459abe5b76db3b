package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.LocalDays;
import dev.accountconfig.schedule.Window;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Hours and closures as a calendar to subscribe to. */
@Requires(Verb.READ)
@Path("/v1/accounts/{accountId}/hours.ics")
@Produces("text/calendar")
@Tag(name = "Hours", description = "When an account, or one of its skills, is open")
@CommonResponses
public class HoursFeedResource {
    /** A calendar shows what was, and a year of what will be. */
    private static final int DAYS_BACK = 30;

    private static final int DAYS_AHEAD = 365;

    private final AccountSchedules schedules;
    private final InstantSource clock;

    public HoursFeedResource(AccountSchedules schedules, InstantSource clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getHoursFeed",
            summary = "Hours and closures as a calendar to subscribe to",
            description = "RFC 5545, from 30 days ago to a year ahead.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> feed(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4103000110", description = "a skill; without it, the account's defaults")
                    @RestQuery
                    @Nullable
                    String skill,
            @BeanParam Inquiry inquiry) {
        return AccountSchedules.aside(Asked.of(schedules, accountId, skill)).map(served -> feed(served, inquiry));
    }

    private RestResponse<byte[]> feed(Served<Asked> served, Inquiry inquiry) {
        Asked asked = AccountSchedules.present(served);
        Instant now = clock.instant();
        LocalDate today = LocalDays.today(now, asked.zone());
        Window window = new Window(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), asked.zone());
        return Answers.of(
                served,
                Rendered.calendar(HoursFeed.of(asked, window, today)),
                Validity.lasting(LocalDays.untilTomorrow(now, asked.zone()), now),
                inquiry);
    }
}
