package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.DayHours;
import dev.accountconfig.schedule.Hours;
import dev.accountconfig.schedule.Interval;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Schedule.Choice;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Effective hours as callers see them: as instants, and by local date with the reason. */
@Schema(name = "Hours")
@JsonPropertyOrder({"accountId", "skillId", "zone", "from", "to", "workdays", "occasions", "intervals", "days"})
public record HoursView(
        @Schema(examples = "31415926") String accountId,

        @Schema(examples = "4103000110", description = "null for the account as a whole") @Nullable
        Long skillId,

        @Schema(examples = "Europe/London") String zone,

        @Schema(examples = "2026-12-24", description = "inclusive")
        String from,

        @Schema(examples = "2026-12-26", description = "exclusive")
        String to,

        @Nullable Applied workdays,
        @Nullable Applied occasions,
        List<Open> intervals,
        List<Day> days) {

    static HoursView of(Asked asked, Hours hours) {
        return new HoursView(
                asked.account().value(),
                asked.skillId(),
                hours.window().zone().getId(),
                hours.window().from().toString(),
                hours.window().to().toString(),
                Applied.of(asked.schedule().workdays()),
                Applied.of(asked.schedule().occasions()),
                hours.intervals().stream().map(Open::of).toList(),
                hours.days().stream().map(Day::of).toList());
    }

    /** An object that applies. */
    @Schema(name = "AppliedObject")
    @JsonPropertyOrder({"id", "name", "inherited"})
    public record Applied(
            @Schema(examples = "4102000110") long id,
            @Schema(examples = "UK office hours") String name,

            @Schema(description = "true: the account's default")
            boolean inherited) {
        static @Nullable Applied of(@Nullable Choice<? extends Item> choice) {
            return choice == null
                    ? null
                    : new Applied(choice.item().id(), choice.item().name(), choice.inherited());
        }
    }

    /** Open from one instant up to another. */
    @Schema(name = "OpenInterval")
    @JsonPropertyOrder({"start", "end"})
    public record Open(
            @Schema(examples = "2026-12-24T09:00:00Z") String start,

            @Schema(examples = "2026-12-24T13:00:00Z", description = "exclusive")
            String end) {
        static Open of(Interval interval) {
            return new Open(interval.start().toString(), interval.end().toString());
        }
    }

    /** The hours of a local date. */
    @Schema(name = "Day")
    @JsonPropertyOrder({"date", "open", "source", "because"})
    public record Day(
            @Schema(examples = "2026-12-24") String date,
            List<Local> open,

            @Schema(examples = "OCCASION", description = "WORKDAYS, OCCASION or NONE")
            String source,

            @Schema(description = "names of what decided") List<String> because) {
        static Day of(DayHours day) {
            return new Day(
                    day.date().toString(),
                    day.open().stream()
                            .map(open -> new Local(open.start(), open.end()))
                            .toList(),
                    day.source().name(),
                    day.because());
        }
    }

    /** Open from one local time to another. */
    @Schema(name = "OpenLocally")
    @JsonPropertyOrder({"start", "end"})
    public record Local(
            @Schema(examples = "09:00") String start,

            @Schema(examples = "13:00", description = "24:00 where it runs to midnight")
            String end) {}
}
