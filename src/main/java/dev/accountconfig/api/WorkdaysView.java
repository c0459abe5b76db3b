package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A weekly pattern as callers see it. */
@Schema(name = "WorkdaysObject")
@JsonPropertyOrder({"id", "name", "description", "isDefault", "deleted", "events"})
public record WorkdaysView(
        @Schema(examples = "4102000110") long id,
        @Schema(examples = "UK office hours") String name,

        @Schema(examples = "Monday split shift, otherwise 09:00-17:30") @Nullable
        String description,

        @Schema(description = "applies to every skill without workdays of its own")
        boolean isDefault,

        @Schema(description = "kept by the vendor, but not in force")
        boolean deleted,

        List<Event> events) {

    static WorkdaysView of(Workdays workdays) {
        return new WorkdaysView(
                workdays.id(),
                workdays.name(),
                workdays.description(),
                workdays.isDefault(),
                workdays.deleted(),
                workdays.events().stream().map(Event::of).toList());
    }

    @Schema(name = "Workdays")
    public record Collection(List<WorkdaysView> workdays) {}

    /** A shift. Its weekday is that of its start, whatever its rule says. */
    @Schema(name = "WorkdaysEvent")
    @JsonPropertyOrder({"start", "end", "timeZone", "repeat"})
    public record Event(
            @Schema(examples = "2026-07-06T09:00:00") String start,
            @Schema(examples = "2026-07-06T12:30:00") String end,
            @Schema(examples = "Europe/London") String timeZone,
            @Nullable RepeatView repeat) {
        static Event of(WorkdaysEvent event) {
            return new Event(
                    event.timing().start(),
                    event.timing().end(),
                    event.timing().timeZone(),
                    RepeatView.of(event.recurrence()));
        }
    }
}
