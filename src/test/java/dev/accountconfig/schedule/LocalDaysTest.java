package dev.accountconfig.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
    @Test
    void a_date_is_that_of_the_place() {
        Instant evening = Instant.parse("2026-07-06T23:30:00Z");
        assertThat(LocalDays.today(evening, ZoneId.of("Europe/London"))).isEqualTo("2026-07-07");
        assertThat(LocalDays.today(evening, ZoneId.of("America/New_York"))).isEqualTo("2026-07-06");
    }

    @Test
    void a_day_has_23_or_25_hours_when_clocks_change() {
        ZoneId london = ZoneId.of("Europe/London");
        assertThat(LocalDays.untilTomorrow(Instant.parse("2026-03-29T00:00:00Z"), london))
                .isEqualTo(Duration.ofHours(23));
        assertThat(LocalDays.untilTomorrow(Instant.parse("2026-10-24T23:00:00Z"), london))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void tomorrow_begins_when_the_clock_arrives_in_it() {
        assertThat(LocalDays.untilTomorrow(Instant.parse("2018-11-04T02:00:00Z"), ZoneId.of("America/Sao_Paulo")))
                .as("23:00; at midnight it is 01:00")
                .isEqualTo(Duration.ofHours(1));
    }
}
