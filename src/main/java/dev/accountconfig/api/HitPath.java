package dev.accountconfig.api;

import dev.accountconfig.cache.Standing;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Ticker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
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
public class HitPath {
    private final RenderedAnswers answers;
    private final Admission admission;
    private final LastLines last = new LastLines();
    private final InstantSource clock;
    private final Ticker ticker;
    private volatile boolean open;

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

    public boolean isOpen() {
        return open;
    }

    /** For good. The framework drains its connections when it stops, and has to see what comes over them for that. */
    public void close() {
        open = false;
    }

    /**
     * @param head within the {@linkplain HeadRules rules}
     * @return the whole answer, or null where the framework is to answer
     */
    @Nullable
    ByteBuf answer(HttpRequest head, ByteBufAllocator buffers) {
        long began = ticker.read();
        if (!open || !isPlainRead(head) || !(head.headers() instanceof MultiMap asked)) {
            return null;
        }
        RenderedAnswers.Rendering kept = answers.find(head.uri(), asked);
        if (kept == null) {
            return null;
        }
        Instant now = clock.instant();
        Standing standing = kept.answer().standing(now);
        if (standing == null || !admission.admits(asked, kept.errand())) {
            return null;
        }
        boolean onlyHead = head.method().equals(HttpMethod.HEAD);
        int status = kept.answer().status(asked, standing);
        answers.take(standing);
        TimedReads times = kept.times();
        if (times != null) {
            times.took(ticker.read() - began, onlyHead, status);
        }
        // Last, since nobody would release it if anything failed after it.
        return kept.answer().write(buffers, onlyHead, status, standing, now, last.onTheWire(now));
    }

    /** Without a body, without a condition on going on, and not the last of its connection. */
    private static boolean isPlainRead(HttpRequest head) {
        HttpHeaders headers = head.headers();
        return (head.method().equals(HttpMethod.GET) || head.method().equals(HttpMethod.HEAD))
                && head.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && HttpUtil.isKeepAlive(head);
    }
}
