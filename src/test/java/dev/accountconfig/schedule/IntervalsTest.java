package dev.accountconfig.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Set algebra, against a bit for every second. */
class IntervalsTest {
    private static final int SECONDS = 60;
    private static final int ROUNDS = 5_000;

    @Test
    void union_is_what_is_in_either() {
        compare((one, other) -> {
            BitSet bits = bits(one);
            bits.or(bits(other));
            assertThat(bits(one.union(other))).isEqualTo(bits);
        });
    }

    @Test
    void minus_is_what_is_in_the_first_only() {
        compare((one, other) -> {
            BitSet bits = bits(one);
            bits.andNot(bits(other));
            assertThat(bits(one.minus(other))).isEqualTo(bits);
        });
    }

    @Test
    void clip_is_what_lies_inside() {
        compare((one, other) -> {
            for (Interval range : other.list()) {
                BitSet bits = bits(one);
                bits.and(bits(Intervals.of(range)));
                assertThat(bits(one.clip(range))).isEqualTo(bits);
                assertThat(one.overlaps(range)).isEqualTo(!bits.isEmpty());
            }
        });
    }

    @Test
    void contains_and_first_from_look_at_one_instant() {
        compare((one, other) -> {
            BitSet bits = bits(one);
            for (int second = 0; second < SECONDS; second++) {
                assertThat(one.contains(at(second))).isEqualTo(bits.get(second));
                int next = bits.nextSetBit(second);
                assertThat(one.firstFrom(at(second)).isPresent()).isEqualTo(next >= 0);
                assertThat(one.firstFrom(at(second))
                                .filter(each -> each.contains(at(next)))
                                .isPresent())
                        .isEqualTo(next >= 0);
            }
        });
    }

    @Test
    void the_list_is_ascending_and_its_members_never_meet() {
        compare((one, other) -> {
            List<Interval> list = one.union(other).list();
            for (int i = 1; i < list.size(); i++) {
                assertThat(list.get(i).start()).isAfter(list.get(i - 1).end());
            }
        });
    }

    @Test
    void the_start_belongs_to_an_interval_and_the_end_does_not() {
        Interval interval = new Interval(at(1), at(2));
        assertThat(interval.contains(at(1))).isTrue();
        assertThat(interval.contains(at(2))).isFalse();
        assertThat(interval.overlaps(new Interval(at(2), at(3)))).isFalse();
    }

    @Test
    void an_interval_is_never_empty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(at(1), at(1)));
        assertThat(Interval.between(at(2), at(1))).isEmpty();
    }

    private static void compare(BiConsumer<Intervals, Intervals> check) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            check.accept(some(random), some(random));
        }
    }

    private static Intervals some(Random random) {
        List<Interval> list = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(SECONDS - 1);
            list.add(new Interval(at(start), at(start + 1 + random.nextInt(Math.min(12, SECONDS - start - 1) + 1))));
        }
        return Intervals.of(list);
    }

    private static BitSet bits(Intervals intervals) {
        BitSet bits = new BitSet();
        for (Interval each : intervals.list()) {
            bits.set((int) each.start().getEpochSecond(), (int) each.end().getEpochSecond());
        }
        return bits;
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
