package dev.accountconfig.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept, and what is computed again. */
class BlocksTest {
    private static final Instant NOW = Instant.parse("2026-07-06T10:00:00Z");
    private static final Duration A_CENTURY = Duration.ofDays(36_525);

    private final List<Interval> computed = new ArrayList<>();
    private final Blocks blocks =
            new Blocks(this::nothing, range -> new Reasons(named(range), named(range), named(range)));

    @Test
    void the_same_days_are_computed_once() {
        lookAhead(NOW);
        int once = computed.size();
        lookAhead(NOW);
        assertThat(computed).hasSize(once);
    }

    @Test
    void questions_about_a_far_year_in_between_displace_nothing() {
        lookAhead(NOW);
        for (int century = 1; century < 50; century++) {
            lookAhead(NOW.plus(A_CENTURY.multipliedBy(century)));
            computed.clear();
            lookAhead(NOW);
            assertThat(computed).isEmpty();
        }
    }

    @Test
    void what_nobody_asks_for_any_more_is_dropped() {
        Block first = blocks.at(NOW);
        for (int century = 1; century < 50; century++) {
            blocks.at(NOW.plus(A_CENTURY.multipliedBy(century)));
        }
        assertThat(blocks.at(NOW)).isNotSameAs(first);
    }

    /** As a status does where nothing changes. */
    private void lookAhead(Instant from) {
        assertThat(blocks.firstIn(Timeline::open, from, from.plus(Status.HORIZON)))
                .isEmpty();
    }

    private Timeline nothing(Interval range) {
        computed.add(range);
        return new Timeline(range, Intervals.none(), Intervals.none(), Intervals.none(), Intervals.none());
    }

    private static Named named(Interval range) {
        return Named.of(List.of(), each -> each.span().stream(), range);
    }
}
