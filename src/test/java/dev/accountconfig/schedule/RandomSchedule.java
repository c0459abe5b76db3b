package dev.accountconfig.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What planners never write and computers must survive: made from a seed, around nights on which clocks change. */
record RandomSchedule(@Nullable Workdays workdays, @Nullable Occasion occasion, Readings readings, Window window) {

    private record Night(String zone, String date) {}

    /** Gaps and overlaps of an hour, half an hour, a day; at two, at midnight, before midnight; and nights without any. */
    private static final List<Night> NIGHTS = List.of(
            new Night("Europe/London", "2026-03-29"),
            new Night("Europe/London", "2026-10-25"),
            new Night("America/New_York", "2026-03-08"),
            new Night("America/New_York", "2026-11-01"),
            new Night("America/Sao_Paulo", "2018-11-04"),
            new Night("America/Sao_Paulo", "2018-02-18"),
            new Night("Asia/Beirut", "2024-03-31"),
            new Night("Asia/Beirut", "2024-10-27"),
            new Night("Africa/Cairo", "2024-04-26"),
            new Night("Africa/Cairo", "2024-11-01"),
            new Night("America/Havana", "2024-03-10"),
            new Night("America/Havana", "2024-11-03"),
            new Night("Atlantic/Azores", "2024-10-27"),
            new Night("America/Nuuk", "2024-03-31"),
            new Night("America/Nuuk", "2024-10-27"),
            new Night("Pacific/Apia", "2011-12-30"),
            new Night("Australia/Lord_Howe", "2026-04-05"),
            new Night("Australia/Lord_Howe", "2026-10-04"),
            new Night("Pacific/Chatham", "2026-04-05"),
            new Night("Pacific/Chatham", "2026-09-27"),
            new Night("Asia/Kolkata", "2026-07-03"),
            new Night("Asia/Tokyo", "2026-07-03"),
            new Night("UTC", "2028-02-29"));

    static RandomSchedule of(long seed, List<Readings> readings) {
        Random random = new Random(seed);
        Night night = one(random, NIGHTS);
        LocalDate base = LocalDate.parse(night.date());
        List<String> zones = List.of(
                night.zone(), night.zone(), night.zone(), one(random, NIGHTS).zone());
        LocalDate from = base.minusDays(random.nextInt(3));
        Window window = new Window(from, base.plusDays(1 + random.nextInt(2)), ZoneId.of(one(random, zones)));
        Readings reading = random.nextInt(3) == 0 ? Readings.defaults() : one(random, readings);
        return new RandomSchedule(workdays(random, base, zones), occasion(random, base, zones), reading, window);
    }

    private static @Nullable Workdays workdays(Random random, LocalDate base, List<String> zones) {
        List<WorkdaysEvent> events = new ArrayList<>();
        int shifts = random.nextInt(10);
        for (int i = 0; i < shifts; i++) {
            LocalDate start = base.minusDays(random.nextInt(700));
            Recurrence weekly = new Recurrence.Weekly(start.getDayOfWeek());
            events.add(new WorkdaysEvent(timing(random, start, one(random, zones), 1), weekly));
        }
        return random.nextInt(8) == 0 ? null : new Workdays(1, "workdays", null, true, false, events);
    }

    private static @Nullable Occasion occasion(Random random, LocalDate base, List<String> zones) {
        List<OccasionEvent> events = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            boolean daily = random.nextInt(3) == 0;
            int copies = random.nextInt(6) == 0 ? 100_000 : 1 + random.nextInt(5);
            LocalDate start = base.minusDays(daily && copies > 5 ? random.nextInt(2000) : random.nextInt(5))
                    .plusDays(random.nextInt(3));
            Timing timing = timing(random, start, one(random, zones), random.nextInt(20) == 0 ? 30 : 3);
            Recurrence rule = daily ? new Recurrence.Daily(copies) : new Recurrence.Once();
            Recurrence kept = random.nextInt(30) == 0 ? new Recurrence.Unsupported("RRULE:FREQ=YEARLY") : rule;
            events.add(new OccasionEvent("event " + i, random.nextInt(5) < 3, timing, kept));
        }
        return random.nextInt(8) == 0 ? null : new Occasion(1, "occasion", null, true, false, events);
    }

    private static Timing timing(Random random, LocalDate start, String zone, int days) {
        LocalDate end = start.plusDays(random.nextInt(3) == 0 ? random.nextInt(days + 1) : 0);
        LocalDateTime one = start.atTime(time(random));
        LocalDateTime other = end.atTime(time(random));
        boolean swap = end.equals(start) && other.isBefore(one) && random.nextInt(10) > 0;
        WallTime from = random.nextInt(4) == 0 ? new WallTime.Day(start) : new WallTime.Time(swap ? other : one);
        WallTime to = random.nextInt(4) == 0 ? new WallTime.Day(end) : new WallTime.Time(swap ? one : other);
        return new Timing.Span(from, to, ZoneId.of(zone));
    }

    /** Mostly around the hours at which clocks change. */
    private static LocalTime time(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> LocalTime.MIDNIGHT;
            case 1 -> LocalTime.of(23, 59);
            case 2 -> LocalTime.of(23, 5 * random.nextInt(12));
            case 3, 4, 5 -> LocalTime.of(random.nextInt(4), 5 * random.nextInt(12));
            default -> LocalTime.of(random.nextInt(24), 5 * random.nextInt(12));
        };
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
