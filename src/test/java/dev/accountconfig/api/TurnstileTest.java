package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final int LARGE = 100_000;

    /** Whether the peer takes what is sent. */
    private boolean takes;

    private final List<String> asked = new ArrayList<>();

    private EmbeddedChannel connection() {
        return new EmbeddedChannel(new Turnstile(), new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                asked.add(((HttpRequest) message).uri());
                context.write(context.alloc().buffer().writeZero(LARGE));
            }

            @Override
            public void channelReadComplete(ChannelHandlerContext context) {
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
}
