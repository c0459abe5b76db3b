package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.schedule.Workdays;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Workdays, read. */
@Requires(Verb.READ)
@Path("/v1/accounts/{accountId}/workdays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workdays", description = "Weekly patterns of shifts")
@CommonResponses
public class WorkdaysResource {
    private static final Listing<Workdays, WorkdaysView> LISTING =
            new Listing<>(WorkdaysView::of, WorkdaysView.Collection::new, "workdays object");

    private final AccountSchedules schedules;

    public WorkdaysResource(AccountSchedules schedules) {
        this.schedules = schedules;
    }

    @GET
    @Operation(
            operationId = "listWorkdays",
            summary = "All workdays objects of an account",
            description = "By ascending id.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = WorkdaysView.Collection.class)))
    public Uni<RestResponse<byte[]>> list(
            @Parameter(example = "31415926") @RestPath String accountId, @BeanParam Inquiry inquiry) {
        return schedules
                .workdays(Parameters.account(accountId))
                .map(served -> LISTING.all(served, item -> true, inquiry));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWorkdays", summary = "One workdays object")
    @APIResponse(
            responseCode = "200",
            description = "The one",
            content = @Content(schema = @Schema(implementation = WorkdaysView.class)))
    public Uni<RestResponse<byte[]>> one(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4102000110") @RestPath String id,
            @BeanParam Inquiry inquiry) {
        long wanted = Parameters.id(id);
        return schedules.workdays(Parameters.account(accountId)).map(served -> LISTING.one(served, wanted, inquiry));
    }
}
