package dev.accountconfig.schedule;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shift of workdays (contract 2.2). */
final class WorkdaysEventRules implements EventRules<WorkdaysEvent> {
    private static final String HOW = "{\"every\": \"week\", \"on\": \"MONDAY\"}";

    @Override
    public WorkdaysEvent check(Proposal.Event event, Violations here) {
        Timing timing = TimingRules.check(event, here);
        here.at("end")
                .addIf(
                        TimingRules.local(timing)
                                .filter(span -> span.isLongerThan(Limits.DAYS_OF_A_SHIFT))
                                .isPresent(),
                        "must be at most 24 hours after the start");
        return new WorkdaysEvent(timing, recurrence(event.repeat(), TimingRules.weekday(event), here.at("repeat")));
    }

    private static Recurrence recurrence(
            Proposal.@Nullable Repeat repeat, Optional<DayOfWeek> actual, Violations here) {
        if (repeat == null) {
            here.add("is missing; workdays have " + HOW);
        } else if (!"week".equals(repeat.every())) {
            here.at("every").add("must be week, as in " + HOW + "; no other rule is honoured");
        } else {
            here.at("count").addIf(repeat.count() != null, "is for occasions only");
            return weekly(repeat.on(), actual, here.at("on"));
        }
        return new Recurrence.Once();
    }

    /** The vendor ignores a weekday that is not that of the start (contract 2.2): it would mean another day than it says. */
    private static Recurrence weekly(@Nullable String on, Optional<DayOfWeek> actual, Violations here) {
        if (on == null) {
            return actual.<Recurrence>map(Recurrence.Weekly::new).orElseGet(Recurrence.Once::new);
        }
        Optional<DayOfWeek> said = weekday(on);
        if (said.isEmpty()) {
            here.add("must be a weekday like MONDAY");
        } else if (actual.isPresent() && !actual.equals(said)) {
            here.add("must be " + actual.get() + ", the weekday of the start, or be left out");
        }
        return said.<Recurrence>map(Recurrence.Weekly::new).orElseGet(Recurrence.Once::new);
    }

    private static Optional<DayOfWeek> weekday(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst();
    }
}
