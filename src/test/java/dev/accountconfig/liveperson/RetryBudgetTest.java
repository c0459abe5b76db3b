package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise R7: retries are never more than a tenth of calls. */
class RetryBudgetTest {
    private static final double SHARE = 0.1;

    @Test
    void theFirstCallsHaveNotEarnedARetry() {
        RetryBudget budget = new RetryBudget(SHARE);
        budget.called();
        assertThat(budget.take()).isFalse();
    }

    @Test
    void tenCallsPayForOneRetry() {
        RetryBudget budget = new RetryBudget(0.125);
        IntStream.range(0, 8).forEach(call -> budget.called());
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
    }

    @Test
    void aGoodWeekDoesNotPayForAStorm() {
        RetryBudget budget = new RetryBudget(SHARE);
        IntStream.range(0, 1_000_000).forEach(call -> budget.called());
        assertThat(IntStream.range(0, 1000).filter(retry -> budget.take()).count())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void atNoTimeAreThereMoreRetriesThanTheirShareOfCalls(long seed) {
        RetryBudget budget = new RetryBudget(SHARE);
        Random random = new Random(seed);
        int retries = 0;
        for (int calls = 1; calls <= 100_000; calls++) {
            budget.called();
            if (random.nextInt(3) == 0 && budget.take()) {
                retries++;
            }
            assertThat(retries).as("seed " + seed).isLessThanOrEqualTo((int) (calls * SHARE + 1e-6));
        }
        assertThat(retries).isPositive();
    }
}
