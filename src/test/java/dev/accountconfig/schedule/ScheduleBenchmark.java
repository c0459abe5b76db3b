package dev.accountconfig.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What an answer costs in an account of 50 occasion objects, and what ten times the events change:
 *
 * <pre>./mvnw -q test -Dtest=ScheduleBenchmark</pre>
 *
 * Events lie three days apart, alternately half a day working, a closed day and five short days by rule.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScheduleBenchmark {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");
    private static final Instant NOW = Instant.parse("2026-07-06T10:00:00Z");
    private static final int OBJECTS = 50;

    @Param({"100", "1000"})
    public int events;

    private final Window week = new Window(TODAY, TODAY.plusDays(7), LONDON);
    private final Window year = new Window(TODAY, TODAY.plusDays(400), LONDON);
    private Snapshot<Workdays> workdays = Written.snapshot();
    private Snapshot<Occasion> occasions = Written.snapshot();
    private Snapshot<Skill> skills = Written.snapshot();
    private Schedules schedules = build();
    private EffectiveHours overlapping = EffectiveHours.of(null, null, Readings.defaults());

    @Setup
    public void account() {
        workdays = Written.snapshot(officeHours());
        occasions = Written.snapshot(
                LongStream.rangeClosed(1, OBJECTS).mapToObj(this::occasion).toArray(Occasion[]::new));
        skills = Written.snapshot(LongStream.rangeClosed(1, OBJECTS)
                .mapToObj(id -> new Skill(id, "skill " + id, false, null, id))
                .toArray(Skill[]::new));
        schedules = build();
        overlapping = EffectiveHours.of(officeHours(), overlapping(), Readings.defaults());
    }

    @Benchmark
    public Schedules build() {
        return Schedules.of(workdays, occasions, skills, Readings.defaults());
    }

    @Benchmark
    public Hours hoursForAWeek() {
        return skill().over(week);
    }

    @Benchmark
    public Hours hoursFor400Days() {
        return skill().over(year);
    }

    @Benchmark
    public Status status() {
        return skill().at(NOW);
    }

    /** All events at once, ending one by one within a week: so many names to give. */
    @Benchmark
    public Status statusDuringOverlappingEvents() {
        return overlapping.at(NOW);
    }

    /** The first question after a change: the block of these days is computed. */
    @Benchmark
    public Status statusOfANewIndex() {
        return EffectiveHours.of(workdays.items().get(0), occasions.items().get(0), Readings.defaults())
                .at(NOW);
    }

    @Test
    void run() throws RunnerException {
        // Arguments of its own: the parent's would bring the coverage agent along.
        new Runner(new OptionsBuilder()
                        .include(ScheduleBenchmark.class.getName())
                        .forks(1)
                        .jvmArgs("-Xmx1g")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    private EffectiveHours skill() {
        return schedules.skill(25).orElseThrow().hours();
    }

    private static Workdays officeHours() {
        Written week = Written.in("Europe/London");
        for (DayOfWeek day : DayOfWeek.values()) {
            LocalDate date = TODAY.plusDays(day.getValue() - 1L);
            week.shift(date + "T09:00:00", date + "T12:30:00").shift(date + "T13:30:00", date + "T17:30:00");
        }
        return Written.asDefault(week.workdays());
    }

    private Occasion occasion(long id) {
        List<OccasionEvent> list = new ArrayList<>();
        LocalDate first = TODAY.minusDays(events * 3L / 2);
        for (int i = 0; i < events; i++) {
            list.addAll(event(i, first.plusDays(i * 3L)).occasion().events());
        }
        return new Occasion(id, "occasion " + id, null, false, false, list);
    }

    private Occasion overlapping() {
        Written all = Written.in("Europe/London");
        for (int i = 0; i < events; i++) {
            LocalDate end = TODAY.plusDays(1 + i % 7);
            all.working("event " + i, TODAY + "T08:00:00", end + "T%02d:%02d:00".formatted(i / 60 % 24, i % 60));
        }
        return all.occasion();
    }

    private static Written event(int index, LocalDate day) {
        Written written = Written.in("Europe/London");
        return switch (index % 3) {
            case 0 -> written.working("event " + index, day + "T08:00:00", day + "T12:00:00");
            case 1 ->
                written.off("event " + index, day.toString(), day.plusDays(1).toString());
            default ->
                written.working("event " + index, day + "T10:00:00", day + "T14:00:00")
                        .times(5);
        };
    }
}
