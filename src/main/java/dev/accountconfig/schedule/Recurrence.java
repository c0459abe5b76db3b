package dev.accountconfig.schedule;

import java.time.DayOfWeek;

/** How often an event takes place (contract 1.6 and 2.2: these rules exist and no others). */
public sealed interface Recurrence {
    /** How many copies an occasion has, on days that follow each other; 0 where this is no rule of occasions. */
    default int copies() {
        return 0;
    }

    /** In the vendor's words; empty for none. */
    String rule();

    default boolean isOnce() {
        return false;
    }

    /** Whether this is the rule of workdays. */
    default boolean isWeekly() {
        return false;
    }

    record Once() implements Recurrence {
        @Override
        public boolean isOnce() {
            return true;
        }

        @Override
        public int copies() {
            return 1;
        }

        @Override
        public String rule() {
            return "";
        }
    }

    /** {@code FREQ=DAILY;COUNT=n;INTERVAL=1}: {@code count} copies on days that follow each other. */
    record Daily(int count) implements Recurrence {
        @Override
        public int copies() {
            return count;
        }

        @Override
        public String rule() {
            return "RRULE:FREQ=DAILY;COUNT=" + count + ";INTERVAL=1";
        }
    }

    /** {@code FREQ=WEEKLY;BYDAY=xx}. The weekday of the start date wins over {@code byDay} where they disagree. */
    record Weekly(DayOfWeek byDay) implements Recurrence {
        @Override
        public String rule() {
            return "RRULE:FREQ=WEEKLY;BYDAY=" + byDay.name().substring(0, 2);
        }

        @Override
        public boolean isWeekly() {
            return true;
        }
    }

    /** Anything else: kept and reported, never guessed. */
    record Unsupported(String rule) implements Recurrence {}
}
