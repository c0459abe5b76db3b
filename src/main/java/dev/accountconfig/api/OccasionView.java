package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.Occasion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A special occasion as callers see it. */
@Schema(name = "Occasion")
@JsonPropertyOrder({"id", "name", "description", "isDefault", "deleted", "events"})
public record OccasionView(
        @Schema(examples = "4101000110") long id,
        @Schema(examples = "UK public holidays") String name,

        @Schema(examples = "One event per date and year") @Nullable
        String description,

        @Schema(description = "applies to every skill without an occasion of its own")
        boolean isDefault,

        @Schema(description = "kept by the vendor, but not in force")
        boolean deleted,

        List<OccasionEventView> events) {

    static OccasionView of(Occasion occasion) {
        return new OccasionView(
                occasion.id(),
                occasion.name(),
                occasion.description(),
                occasion.isDefault(),
                occasion.deleted(),
                occasion.events().stream().map(OccasionEventView::of).toList());
    }

    @Schema(name = "Occasions")
    public record Collection(List<OccasionView> occasions) {}
}
