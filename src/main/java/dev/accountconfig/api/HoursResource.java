package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Hours;
import dev.accountconfig.schedule.Status;
import dev.accountconfig.schedule.Window;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
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

/** Effective hours: occasions over workdays. */
@Path("/v1/accounts/{accountId}")
@Tag(name = "Hours", description = "When an account, or one of its skills, is open")
@CommonResponses
public class HoursResource {
    /** A calendar shows what was, and a year of what will be. */
    private static final int FEED_DAYS_BACK = 30;

    private static final int FEED_DAYS_AHEAD = 365;

    private final AccountSchedules schedules;
    private final InstantSource clock;

    public HoursResource(AccountSchedules schedules, InstantSource clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GET
    @Path("/hours")
    @Produces(MediaType.APPLICATION_JSON)
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
            @Context HttpHeaders request) {
        HoursQuery query = HoursQuery.read(from, to, zone);
        return asked(accountId, skill).map(served -> hours(served, query, request));
    }

    @GET
    @Path("/hours.ics")
    @Produces("text/calendar")
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
            @Context HttpHeaders request) {
        return asked(accountId, skill).map(served -> feed(served, request));
    }

    @GET
    @Path("/status")
    @Produces(MediaType.APPLICATION_JSON)
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
            @Context HttpHeaders request) {
        Instant then = at == null ? null : Parameters.instant("?at", at);
        return asked(accountId, skill).map(served -> then == null ? now(served, request) : at(served, then, request));
    }

    private Uni<Served<Asked>> asked(String accountId, @Nullable String skill) {
        AccountId account = Parameters.account(accountId);
        return Asked.of(schedules, account, Parameters.skill(skill), "?skill");
    }

    private RestResponse<byte[]> hours(Served<Asked> served, HoursQuery query, HttpHeaders request) {
        Asked asked = present(served);
        Instant now = clock.instant();
        Window window = query.window(now, asked.zone());
        Hours hours = asked.schedule().hours().over(window);
        return Answers.of(served, Rendered.json(HoursView.of(asked, hours)), query.valid(now, window), request);
    }

    private RestResponse<byte[]> at(Served<Asked> served, Instant then, HttpHeaders request) {
        Asked asked = present(served);
        return Answers.of(served, StatusView.of(asked, asked.status(then)), request);
    }

    /** Right up to the next change, to the second, and cached no longer. */
    private RestResponse<byte[]> now(Served<Asked> served, HttpHeaders request) {
        Asked asked = present(served);
        Instant now = clock.instant();
        Status status = asked.status(now);
        Duration valid = status.validFrom(now);
        return Answers.of(served, Rendered.json(StatusView.of(asked, status)), valid, request);
    }

    private RestResponse<byte[]> feed(Served<Asked> served, HttpHeaders request) {
        Asked asked = present(served);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, asked.zone());
        Window window = new Window(today.minusDays(FEED_DAYS_BACK), today.plusDays(FEED_DAYS_AHEAD), asked.zone());
        return Answers.of(
                served,
                Rendered.calendar(HoursFeed.of(asked, window)),
                HoursQuery.untilMidnight(now, asked.zone()),
                request);
    }

    private static Asked present(Served<Asked> served) {
        return AccountSchedules.present(served);
    }
}
