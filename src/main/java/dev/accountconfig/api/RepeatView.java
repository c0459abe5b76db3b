package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.Recurrence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often an event takes place. */
@Schema(name = "Repeat")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"every", "count", "on", "rule"})
public record RepeatView(
        @Schema(examples = "day", description = "day, week, or unsupported")
        String every,

        @Schema(examples = "45", description = "copies, on days that follow each other") @Nullable
        Integer count,

        @Schema(examples = "MONDAY") @Nullable String on,

        @Schema(description = "a rule that is not honoured, as the vendor sent it") @Nullable
        String rule) {

    /** @return null for once */
    static @Nullable RepeatView of(Recurrence recurrence) {
        if (recurrence instanceof Recurrence.Daily daily) {
            return new RepeatView("day", daily.count(), null, null);
        }
        if (recurrence instanceof Recurrence.Weekly weekly) {
            return new RepeatView("week", null, weekly.byDay().name(), null);
        }
        return recurrence instanceof Recurrence.Unsupported unsupported
                ? new RepeatView("unsupported", null, null, unsupported.rule())
                : null;
    }
}
