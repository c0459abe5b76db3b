package dev.accountconfig.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.schedule.MinuteByMinute.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Thousands of schedules, each decided twice: by the minute and by intervals. A failure names the seed to repeat it. */
class OracleTest {
    private static final int SCHEDULES = 12_000;

    /** Of them; the others have no day to look at, or nothing that applies to it. */
    private static final int COMPARED = 10_000;

    private static final int INSTANTS = 5;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<Readings> READINGS = Reading.all();

    @Test
    void effective_hours_agree_with_a_look_at_every_minute() {
        long compared =
                LongStream.range(0, SCHEDULES).filter(OracleTest::compare).count();
        assertThat(compared).isGreaterThanOrEqualTo(COMPARED);
    }

    /** Whether there was anything to compare. */
    private static boolean compare(long seed) {
        RandomSchedule random = RandomSchedule.of(seed, READINGS);
        Window window = random.window();
        if (window.instants().isEmpty()) {
            return false;
        }
        EffectiveHours hours = EffectiveHours.of(random.workdays(), random.occasion(), random.readings());
        MinuteByMinute oracle =
                new MinuteByMinute(random.workdays(), random.occasion(), random.readings(), window.from(), window.to());
        Interval range = window.instants().orElseThrow();
        long first = minute(range.start());
        List<Verdict> verdicts = new ArrayList<>();
        for (long minute = first; minute < minute(range.end()); minute++) {
            verdicts.add(oracle.at(minute));
        }
        Hours answer = hours.over(window);
        assertThat(answer.intervals()).as("seed %d: %s", seed, random).isEqualTo(intervals(verdicts, first));
        rows(answer, verdicts, first, "seed " + seed);
        Random chance = new Random(seed);
        for (int i = 0; i < INSTANTS; i++) {
            int at = chance.nextInt(verdicts.size());
            String description = "seed %d, minute %d: %s".formatted(seed, at, random);
            Status status = hours.at(instant(first + at));
            status(status, verdicts, first, at, description);
            stays(status, hours, instant(first + at), description);
        }
        return verdicts.stream().anyMatch(verdict -> verdict != Verdict.UNKNOWN);
    }

    private static void rows(Hours answer, List<Verdict> verdicts, long first, String description) {
        Window window = answer.window();
        for (DayHours row : answer.days()) {
            long from = minute(Occurrences.startOf(row.date(), window.zone())) - first;
            long to = minute(Occurrences.startOf(row.date().plusDays(1), window.zone())) - first;
            List<Verdict> day = verdicts.subList((int) from, (int) to);
            assertThat(row.source()).as("%s, %s", description, row).isEqualTo(source(day));
            assertThat(row.open())
                    .as("%s, %s", description, row)
                    .isEqualTo(intervals(day, first + from).stream()
                            .map(each -> open(each, instant(first + to), window.zone()))
                            .toList());
        }
    }

    private static Source source(List<Verdict> day) {
        if (day.stream().anyMatch(Verdict::isRuled)) {
            return Source.OCCASION;
        }
        return day.stream().allMatch(verdict -> verdict == Verdict.UNKNOWN) ? Source.NONE : Source.WORKDAYS;
    }

    private static DayHours.Open open(Interval interval, Instant dayEnd, ZoneId zone) {
        String end = CLOCK.format(interval.end().atZone(zone));
        return new DayHours.Open(
                CLOCK.format(interval.start().atZone(zone)), interval.end().equals(dayEnd) ? "24:00" : end);
    }

    /** In the middle and in the last second the same things decide; then others, or the same ones otherwise. */
    private static void stays(Status status, EffectiveHours hours, Instant at, String description) {
        Instant until = status.until();
        if (until != null) {
            Duration half = Duration.between(at, until).dividedBy(2);
            for (Instant later : List.of(at.plus(half), until.minusSeconds(1))) {
                Status then = hours.at(later);
                assertThat(then.state()).as(description).isEqualTo(status.state());
                assertThat(then.source()).as(description).isEqualTo(status.source());
                assertThat(then.because()).as(description).isEqualTo(status.because());
                assertThat(then.until()).as(description).isEqualTo(until);
            }
        }
    }

    private static void status(Status status, List<Verdict> verdicts, long first, int at, String description) {
        Verdict here = verdicts.get(at);
        boolean open = here.isOpen();
        int change = change(verdicts, at);
        int back = change(verdicts, change);
        assertThat(status.state()).as(description).isEqualTo(state(here));
        assertThat(status.source()).as(description).isEqualTo(source(here));
        next(open ? status.nextClose() : status.nextOpen(), change, verdicts.size(), first, description);
        next(open ? status.nextOpen() : status.nextClose(), back, verdicts.size(), first, description);
        until(status.until(), verdicts, first, at, description);
    }

    /** Past the end of what was looked at minute by minute, only "not earlier" can be said. */
    private static void next(@Nullable Instant actual, int expected, int size, long first, String description) {
        if (expected < size) {
            assertThat(actual).as(description).isEqualTo(instant(first + expected));
        } else if (actual != null) {
            assertThat(actual).as(description).isAfterOrEqualTo(instant(first + size));
        }
    }

    private static void until(@Nullable Instant until, List<Verdict> verdicts, long first, int at, String description) {
        Verdict here = verdicts.get(at);
        for (int i = at;
                i < verdicts.size() && (until == null || instant(first + i).isBefore(until));
                i++) {
            assertThat(state(verdicts.get(i))).as(description).isEqualTo(state(here));
            assertThat(verdicts.get(i).isByOccasion()).as(description).isEqualTo(here.isByOccasion());
        }
    }

    private static int change(List<Verdict> verdicts, int from) {
        int at = from;
        while (at < verdicts.size()
                && verdicts.get(at).isOpen() == verdicts.get(from).isOpen()) {
            at++;
        }
        return at;
    }

    private static Source source(Verdict verdict) {
        if (verdict.isByOccasion()) {
            return Source.OCCASION;
        }
        return verdict == Verdict.UNKNOWN ? Source.NONE : Source.WORKDAYS;
    }

    private static Status.State state(Verdict verdict) {
        if (verdict.isOpen()) {
            return Status.State.OPEN;
        }
        return verdict == Verdict.UNKNOWN ? Status.State.UNKNOWN : Status.State.CLOSED;
    }

    private static List<Interval> intervals(List<Verdict> verdicts, long first) {
        List<Interval> intervals = new ArrayList<>();
        for (int at = 0; at < verdicts.size(); ) {
            int end = change(verdicts, at);
            if (verdicts.get(at).isOpen()) {
                intervals.add(new Interval(instant(first + at), instant(first + end)));
            }
            at = end;
        }
        return intervals;
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    private static long minute(Instant instant) {
        return instant.getEpochSecond() / 60;
    }
}
