package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final int LARGE = 100_000;

    /** Whether the peer takes what is sent. */
    private boolean takes;

    /** What comes through, and how often whoever is behind was told that this was all for now. */
    private final List<String> asked = new ArrayList<>();

    private int ends;

    private int awaited;

    private EmbeddedChannel connection() {
        return new EmbeddedChannel(new Turnstile(() -> awaited), new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest request) {
                    asked.add(request.uri());
                    context.write(context.alloc().buffer().writeZero(LARGE));
                } else {
                    asked.add("body");
                    ReferenceCountUtil.release(message);
                }
            }

            @Override
            public void channelReadComplete(ChannelHandlerContext context) {
                ends++;
                context.flush();
            }
        }) {
            @Override
            protected void doWrite(ChannelOutboundBuffer unsent) throws Exception {
                if (takes) {
                    super.doWrite(unsent);
                }
            }
        };
    }

    private static HttpRequest request(String target) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
    }

    @Test
    void whoTakesItsAnswersInTheEndGetsAllOfThemInTurnAndKeepsItsConnection() {
        EmbeddedChannel connection = connection();
        connection.writeInbound(request("/1"), request("/2"), request("/3"), request("/4"));
        assertThat(asked).containsExactly("/1");
        assertThat(connection.config().isAutoRead()).isFalse();

        takes = true;
        connection.flush();

        assertThat(asked).containsExactly("/1", "/2", "/3", "/4");
        assertThat(connection.config().isAutoRead()).isTrue();
        connection.checkException();
        for (int i = 0; i < 4; i++) {
            ByteBuf answer = connection.readOutbound();
            assertThat(answer.readableBytes()).isEqualTo(LARGE);
            answer.release();
        }
        connection.finishAndReleaseAll();
    }

    @Test
    void whoWaitsForTheEndOfWhatWasReadIsToldOfItThoughSomethingIsHeldBack() {
        EmbeddedChannel connection = connection();
        connection.writeInbound(request("/1"), request("/2"));
        assertThat(asked).containsExactly("/1");
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void andIsToldNothingOfWhatIsHeldBackAltogether() {
        EmbeddedChannel connection = connection();
        connection.writeInbound(request("/1"));
        connection.writeInbound(request("/2"));
        assertThat(asked).containsExactly("/1");
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void theBodyOfARequestThatIsThroughIsNotHeldBack() {
        EmbeddedChannel connection = connection();
        connection.writeInbound(request("/1"));
        connection.writeInbound(body());
        assertThat(asked).containsExactly("/1", "body");
    }

    @Test
    void whereNobodyReadsNobodyReadsAfterwards() {
        EmbeddedChannel connection = connection();
        connection.config().setAutoRead(false);
        connection.writeInbound(request("/1"), request("/2"));

        takes = true;
        connection.flush();

        assertThat(asked).containsExactly("/1", "/2");
        assertThat(connection.config().isAutoRead()).isFalse();
    }

    @Test
    void whereTheFrameworkBeginsToReadAgainMeanwhileItIsReadAfterwards() {
        EmbeddedChannel connection = connection();
        connection.config().setAutoRead(false);
        connection.writeInbound(request("/1"), request("/2"));
        connection.config().setAutoRead(true);
        connection.writeInbound(request("/3"), request("/4"));
        assertThat(connection.config().isAutoRead()).isFalse();

        takes = true;
        connection.flush();

        assertThat(asked).containsExactly("/1", "/2", "/3", "/4");
        assertThat(connection.config().isAutoRead()).isTrue();
        connection.finishAndReleaseAll();
    }

    @Test
    void whoAsksAheadHasSoManyRequestsInTheFrameworkAndTheNextOnceOneIsAnswered() {
        takes = true;
        EmbeddedChannel connection = connection();
        awaited = Turnstile.MOST_AWAITED - 1;
        connection.writeInbound(request("/1"));
        awaited++;
        connection.writeInbound(request("/2"), request("/3"));
        assertThat(asked).containsExactly("/1");
        assertThat(connection.config().isAutoRead()).isFalse();

        awaited--;
        connection.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        connection.runPendingTasks();

        assertThat(asked).containsExactly("/1", "/2", "/3");
        assertThat(connection.config().isAutoRead()).isTrue();
        connection.checkException();
        connection.finishAndReleaseAll();
    }

    @Test
    void whatIsHeldBackGoesWithTheConnection() {
        EmbeddedChannel connection = connection();
        HttpContent heldBack = body();
        connection.writeInbound(request("/1"), request("/2"), heldBack);
        assertThat(heldBack.refCnt()).isEqualTo(1);

        connection.close();

        assertThat(heldBack.refCnt()).isZero();
        assertThat(asked).containsExactly("/1");
    }

    private static HttpContent body() {
        return new DefaultLastHttpContent(Unpooled.buffer().writeZero(1));
    }
}
