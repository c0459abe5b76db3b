package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** RFC 9110 section 5.6.7. */
class LastLinesTest {
    @Test
    void theFirstDaysOfAMonthHaveTwoDigits() {
        assertThat(new LastLines()
                        .onTheWire(Instant.parse("2026-11-03T08:05:09Z"))
                        .toString())
                .isEqualTo("date: Tue, 03 Nov 2026 08:05:09 GMT\r\nX-Content-Type-Options: nosniff\r\n\r\n");
    }

    @Test
    void theTimeIsThatOfTheAnswer() {
        LastLines lines = new LastLines();
        lines.onTheWire(Instant.parse("2026-11-03T08:05:09Z"));
        assertThat(lines.onTheWire(Instant.parse("2026-11-03T08:05:09.999Z")).toString())
                .contains("08:05:09");
        assertThat(lines.onTheWire(Instant.parse("2026-11-03T08:05:10Z")).toString())
                .contains("08:05:10");
    }
}
