package dev.accountconfig.schedule;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** Mistakes in workdays. */
final class WorkdaysReview {
    private final Occurrences occurrences;

    WorkdaysReview(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    void review(Workdays workdays, Findings.About about) {
        for (int index = 0; index < workdays.events().size(); index++) {
            WorkdaysEvent event = workdays.events().get(index);
            Findings.About here = about.event(index);
            if (!event.recurrence().isWeekly()) {
                here.fail(
                        "The shift is left out: its rule \"%s\" is none that workdays have."
                                .formatted(event.recurrence().rule()),
                        "Use FREQ=WEEKLY;BYDAY=xx with the weekday of its start date.");
            } else {
                occurrences
                        .local(event.timing())
                        .ifPresentOrElse(
                                span -> review(span, event, here), () -> here.unclear("The shift", event.timing()));
            }
        }
    }

    private static void review(LocalSpan span, WorkdaysEvent event, Findings.About about) {
        weekday(span, event, about);
        if (!span.fitsAWeek()) {
            about.fail("The shift is left out: it is longer than the week it repeats in.", "Write one shift per day.");
        } else if (span.isLongerThan(Limits.DAYS_OF_A_SHIFT)) {
            about.warn(
                    "The shift is longer than 24 hours, which LivePerson does not allow.", "Write one shift per day.");
        } else if (span.isOvernight()) {
            about.warn(
                    "The shift runs from %s past midnight to %s; LivePerson advises against that."
                            .formatted(span.start(), span.end()),
                    "Split it: until 23:59 on one day, from 00:00 on the next.");
        }
    }

    private static void weekday(LocalSpan span, WorkdaysEvent event, Findings.About about) {
        DayOfWeek actual = span.firstDay().getDayOfWeek();
        if (event.recurrence() instanceof Recurrence.Weekly weekly && weekly.byDay() != actual) {
            about.warn(
                    "The rule says %s, but the start date %s is a %s; the date counts."
                            .formatted(name(weekly.byDay()), span.firstDay(), name(actual)),
                    "Make the two agree.");
        }
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
