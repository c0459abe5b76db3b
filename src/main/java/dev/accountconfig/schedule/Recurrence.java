package dev.accountconfig.schedule;

import java.time.DayOfWeek;

/** How often an event takes place (contract 1.6 and 2.2: these rules exist and no others). */
public sealed interface Recurrence {
    record Once() implements Recurrence {}

    /** {@code FREQ=DAILY;COUNT=n;INTERVAL=1}: {@code count} copies on days that follow each other. */
    record Daily(int count) implements Recurrence {}

    /** {@code FREQ=WEEKLY;BYDAY=xx}. The weekday of the start date wins over {@code byDay} where they disagree. */
    record Weekly(DayOfWeek byDay) implements Recurrence {}

    /** Anything else: kept and reported, never guessed. */
    record Unsupported(String rule) implements Recurrence {}
}
