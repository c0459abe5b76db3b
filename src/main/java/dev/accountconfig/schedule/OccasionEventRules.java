package dev.accountconfig.schedule;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An event of a special occasion (contract 1.6). */
final class OccasionEventRules implements EventRules<OccasionEvent> {
    private static final String HOW =
            "must be day, as in {\"every\": \"day\", \"count\": 3}; no other rule is honoured, and repeat is null for once";

    @Override
    public OccasionEvent check(Proposal.Event event, Violations here) {
        String name = TextRules.required(event.name(), here.at("name"));
        boolean working = working(event.working(), here.at("working"));
        Timing timing = TimingRules.check(event, here);
        Recurrence recurrence = recurrence(event.repeat(), here.at("repeat"));
        if (!working) {
            offBriefly(timing, recurrence, here);
        }
        return new OccasionEvent(name, working, timing, recurrence);
    }

    private static boolean working(@Nullable Boolean working, Violations here) {
        if (working == null) {
            here.missing();
        }
        return working == null || working;
    }

    private static Recurrence recurrence(Proposal.@Nullable Repeat repeat, Violations here) {
        if (repeat == null) {
            return new Recurrence.Once();
        }
        if (!"day".equals(repeat.every())) {
            here.at("every").add(HOW);
            return new Recurrence.Once();
        }
        here.at("on").addIf(repeat.on() != null, "is for workdays only");
        return daily(repeat.count(), here.at("count"));
    }

    private static Recurrence daily(@Nullable Long count, Violations here) {
        if (count == null) {
            here.missing();
        } else if (count < 1 || count > Limits.COPIES) {
            here.add("must be a whole number from 1 to " + Limits.COPIES);
        } else {
            return new Recurrence.Daily(count.intValue());
        }
        return new Recurrence.Once();
    }

    /** All copies together are one closure, whether they are written as a COUNT, as one long span, or as both. */
    private static void offBriefly(Timing timing, Recurrence recurrence, Violations here) {
        int copies = recurrence.copies();
        if (copies > Limits.DAYS_OFF) {
            here.at("repeat").at("count").add("must be at most " + Limits.DAYS_OFF + " where working is false");
        } else if (TimingRules.local(timing).filter(tooLong(copies)).isPresent()) {
            here.at("end")
                    .add("must be at most " + Limits.DAYS_OFF
                            + " days after the start, repetitions included, where working is false");
        }
    }

    private static Predicate<LocalSpan> tooLong(int copies) {
        return first -> first.isLongerThan(Limits.DAYS_OFF - copies + 1);
    }
}
