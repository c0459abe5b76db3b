package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/** Waits for what really comes over a socket. */
final class LastAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LastAnswer() {}

    static <T> T of(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }

    static AbstractThrowableAssert<?, ?> failureOf(Uni<?> answer) {
        return assertThat(Assertions.catchThrowable(() -> of(answer)));
    }
}
