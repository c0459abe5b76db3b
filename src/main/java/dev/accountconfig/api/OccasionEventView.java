package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.OccasionEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event of a special occasion. What the vendor sent is shown even where it cannot be honoured. */
@Schema(name = "OccasionEvent")
@JsonPropertyOrder({"name", "working", "start", "end", "timeZone", "repeat"})
public record OccasionEventView(
        @Schema(examples = "Christmas Day 2026") String name,

        @Schema(description = "true: these are the hours of the day; false: closed")
        boolean working,

        @Schema(examples = "2026-12-25", description = "a date, or a local date and time")
        String start,

        @Schema(examples = "2026-12-26", description = "exclusive")
        String end,

        @Schema(examples = "Europe/London") String timeZone,
        @Nullable RepeatView repeat) {

    static OccasionEventView of(OccasionEvent event) {
        return new OccasionEventView(
                event.name(),
                event.working(),
                event.timing().start(),
                event.timing().end(),
                event.timing().timeZone(),
                RepeatView.of(event.recurrence()));
    }
}
