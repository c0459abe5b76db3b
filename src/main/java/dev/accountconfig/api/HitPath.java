package dev.accountconfig.api;

import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Ticker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The shortest way of a read: what is {@linkplain RenderedAnswers already rendered} is written as soon as its head is decoded,
 * for whoever is {@linkplain Admission admitted}. Whatever else it is goes on to the framework, as if nobody had looked. On the
 * event loop; waits for nothing.
 */
@Singleton
class HitPath {
    private final RenderedAnswers answers;
    private final Admission admission;
    private final LastLines last = new LastLines();
    private final InstantSource clock;
    private final Ticker ticker;
    private final boolean open;

    HitPath(
            RenderedAnswers answers,
            Admission admission,
            InstantSource clock,
            Surroundings surroundings,
            Oversight oversight) {
        this.answers = answers;
        this.admission = admission;
        this.clock = clock;
        this.ticker = surroundings.ticker();
        this.open = !oversight.everyAnswer();
    }

    boolean isOpen() {
        return open;
    }

    /**
     * @param head within the {@linkplain HeadRules rules}
     * @return the whole answer, or null where the framework is to answer
     */
    @Nullable
    ByteBuf answer(HttpRequest head, ByteBufAllocator buffers) {
        long began = ticker.read();
        if (!isPlainRead(head) || !(head.headers() instanceof MultiMap asked)) {
            return null;
        }
        Instant now = clock.instant();
        RenderedAnswers.Found found = answers.find(head.uri(), asked, now);
        if (found == null || !admission.admits(asked, found.errand())) {
            return null;
        }
        boolean onlyHead = head.method().equals(HttpMethod.HEAD);
        int status = found.answer().status(asked, found.standing());
        ByteBuf answer = found.answer().write(buffers, onlyHead, status, found.standing(), now, last.onTheWire(now));
        found.take();
        TimedReads times = found.times();
        if (times != null) {
            times.took(ticker.read() - began, onlyHead, status);
        }
        return answer;
    }

    /** Without a body, without a condition on going on, and not the last of its connection. */
    private static boolean isPlainRead(HttpRequest head) {
        HttpHeaders headers = head.headers();
        return (head.method().equals(HttpMethod.GET) || head.method().equals(HttpMethod.HEAD))
                && head.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && staysOpen(headers.get(HttpHeaderNames.CONNECTION));
    }

    private static boolean staysOpen(@Nullable String connection) {
        return connection == null || HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection);
    }
}
