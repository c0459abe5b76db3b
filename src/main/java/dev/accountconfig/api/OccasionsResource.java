package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.schedule.DateRange;
import dev.accountconfig.schedule.Occasion;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
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

/** Special occasions, read. */
@Requires(Verb.READ)
@Path("/v1/accounts/{accountId}/occasions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Occasions", description = "Days whose hours differ from the weekly pattern")
@CommonResponses
public class OccasionsResource {
    private static final Listing<Occasion, OccasionView> LISTING =
            new Listing<>(OccasionView::of, OccasionView.Collection::new, "special occasion");

    private final AccountSchedules schedules;

    public OccasionsResource(AccountSchedules schedules) {
        this.schedules = schedules;
    }

    @GET
    @Operation(
            operationId = "listOccasions",
            summary = "All special occasions of an account",
            description = "In full, by ascending id. With from or to, those with an event that touches the window.")
    @APIResponse(
            responseCode = "200",
            description = "The occasions",
            content = @Content(schema = @Schema(implementation = OccasionView.Collection.class)))
    public Uni<RestResponse<byte[]>> list(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "2026-12-21", description = "first local date, inclusive") @RestQuery @Nullable
                    String from,
            @Parameter(example = "2026-12-31", description = "last local date, exclusive") @RestQuery @Nullable
                    String to,
            @BeanParam Inquiry inquiry) {
        Optional<DateRange> window = Parameters.window(from, to);
        return schedules
                .occasions(Parameters.account(accountId))
                .map(served -> LISTING.all(served, item -> window.isEmpty() || touches(item, window.get()), inquiry));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOccasion", summary = "One special occasion")
    @APIResponse(
            responseCode = "200",
            description = "The occasion",
            content = @Content(schema = @Schema(implementation = OccasionView.class)))
    public Uni<RestResponse<byte[]>> one(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4101000110") @RestPath String id,
            @BeanParam Inquiry inquiry) {
        long wanted = Parameters.id(id);
        return schedules.occasions(Parameters.account(accountId)).map(served -> LISTING.one(served, wanted, inquiry));
    }

    private static boolean touches(Occasion occasion, DateRange window) {
        return occasion.events().stream()
                .flatMap(event -> event.days().stream())
                .anyMatch(window::overlaps);
    }
}
