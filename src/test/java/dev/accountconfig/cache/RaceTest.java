package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nobody reads the past once a change was confirmed, in whatever order things happen. */
class RaceTest {
    private static final int SCHEDULES = 10_000;
    private static final long FIRST_SEED = 20_261_122_000_000L;

    @Test
    void inTenThousandDrawnSchedulesNobodyReadsThePastAfterAConfirmedChange() {
        int reads = 0;
        int writes = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
            Race race = new Race(seed).run();
            assertThat(race.violations()).as("seed " + seed).isEmpty();
            reads += race.reads();
            writes += race.writes();
        }
        assertThat(reads).as("reads").isGreaterThan(5 * SCHEDULES);
        assertThat(writes).as("confirmed changes").isGreaterThan(SCHEDULES / 2);
    }
}
