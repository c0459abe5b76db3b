package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.Schedules;
import dev.accountconfig.schedule.ShiftStatus;
import dev.accountconfig.schedule.Status;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The vendor's Shift Status API (contract 2.5), answered here from the cached collections: the same paths, the same shape,
 * at any rate of calls.
 */
@Requires(Verb.READ)
@Path("/api/account/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shift status", description = "The vendor's own shape, computed here")
@CommonResponses
public class ShiftStatusResource {
    private final AccountSchedules schedules;
    private final InstantSource clock;

    public ShiftStatusResource(AccountSchedules schedules, InstantSource clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GET
    @Path("/shift-status")
    @Operation(operationId = "getShiftStatus", summary = "Shift status of every skill, in the vendor's shape")
    @APIResponse(
            responseCode = "200",
            description = "One item a skill",
            content = @Content(schema = @Schema(implementation = ShiftStatusView[].class)))
    public Uni<RestResponse<byte[]>> all(
            @Parameter(example = "31415926") @RestPath String accountId, @BeanParam Inquiry inquiry) {
        return schedules.withSkills(Parameters.account(accountId)).map(served -> all(served, inquiry));
    }

    @GET
    @Path("/skills/{skillId}/shift-status-skill")
    @Operation(operationId = "getShiftStatusOfSkill", summary = "Shift status of one skill, in the vendor's shape")
    @APIResponse(
            responseCode = "200",
            description = "The skill's",
            content = @Content(schema = @Schema(implementation = ShiftStatusView.class)))
    public Uni<RestResponse<byte[]>> one(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4103000110") @RestPath String skillId,
            @BeanParam Inquiry inquiry) {
        long skill = Parameters.id("{skillId}", skillId);
        return Asked.of(schedules, Parameters.account(accountId), skill, "{skillId}")
                .map(served -> one(served, skill, inquiry));
    }

    private RestResponse<byte[]> one(Served<Asked> served, long skill, Inquiry inquiry) {
        Instant now = clock.instant();
        Status status = AccountSchedules.present(served).schedule().hours().at(now);
        ShiftStatusView view = ShiftStatusView.of(ShiftStatus.of(skill, status));
        return Answers.of(served, Rendered.json(view), Validity.lasting(status.validFrom(now), now), inquiry);
    }

    private RestResponse<byte[]> all(Served<Schedules> served, Inquiry inquiry) {
        Instant now = clock.instant();
        List<ShiftStatus> all = AccountSchedules.present(served).shiftStatus(now);
        List<ShiftStatusView> view = all.stream().map(ShiftStatusView::of).toList();
        return Answers.of(served, Rendered.json(view), Validity.lasting(valid(now, all), now), inquiry);
    }

    /** Up to the first change of any skill. */
    private static Duration valid(Instant now, List<ShiftStatus> all) {
        return all.stream()
                .flatMap(status -> Stream.of(status.nextOn(), status.nextOff()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(now, Instant.ofEpochMilli(first)))
                .orElse(Status.HORIZON);
    }
}
