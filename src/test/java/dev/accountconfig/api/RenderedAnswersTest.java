package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.Surroundings;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderedAnswersTest {
    private static final int ROOM = 100_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final RenderedAnswers answers = new RenderedAnswers(ROOM, ReadTimes.NONE);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void howeverManyTargetsAreAskedForTheirAnswersTakeNoMoreThanTheirRoomAndSomeAreKept() {
        RenderedAnswer answer = Retold.answer(new Surroundings(() -> 0, timer, () -> 0.5, () -> Runnable::run));
        for (int i = 0; i < 3000; i++) {
            answers.keep(target(i), answer, Errand.of("GET", target(i)), null);
        }

        long kept = IntStream.range(0, 3000)
                .filter(i -> answers.find(target(i), HeadersMultiMap.httpHeaders()) != null)
                .count();
        assertThat(kept).isBetween(10L, (long) ROOM / 2048);
        assertThat(answers.bytes()).isBetween(kept * 2048, (long) ROOM);
    }

    private static String target(int number) {
        return "/v1/accounts/" + number + "/occasions";
    }
}
