package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.access.Callers;
import dev.accountconfig.cache.Surroundings;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that stops hangs up on its connections one by one, after an answer: it has to see every request for that. */
class ClosedHitPathTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void onceItIsClosedNothingIsAnsweredThere() {
        String target = "/v1/accounts/1/occasions";
        Surroundings surroundings = new Surroundings(() -> 0, timer, () -> 0.5, () -> Runnable::run);
        RenderedAnswers answers = new RenderedAnswers(1 << 20, ReadTimes.NONE);
        answers.keep(target, Retold.answer(surroundings), Errand.of("GET", target), null);
        InstantSource clock = InstantSource.system();
        HitPath path = new HitPath(
                answers, new Admission(Callers.everybody(), clock), clock, surroundings, new Oversight(false));
        HttpRequest head =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target, HeadersMultiMap.httpHeaders());
        assertThat(path.answer(head, UnpooledByteBufAllocator.DEFAULT)).isNotNull();
        path.close();
        assertThat(path.answer(head, UnpooledByteBufAllocator.DEFAULT)).isNull();
    }
}
