package dev.accountconfig.api;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets nobody's next request through who does not take the answers to those before: what is written would be kept in memory, as
 * much as the peer pleases. What was decoded already waits here, and no more is read, until the peer has taken some.
 */
final class Turnstile extends ChannelInboundHandlerAdapter {
    private final Deque<Object> heldBack = new ArrayDeque<>(0);

    /** Whether anybody reads from the connection at all: the framework may have stopped to, for a body. */
    private boolean wasReading;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (heldBack.isEmpty() && (!(message instanceof HttpRequest) || takesAnswers(context))) {
            context.fireChannelRead(message);
        } else {
            hold(context, message);
        }
    }

    private static boolean takesAnswers(ChannelHandlerContext context) {
        if (!context.channel().isWritable()) {
            context.flush();
        }
        return context.channel().isWritable();
    }

    private void hold(ChannelHandlerContext context, Object message) {
        if (heldBack.isEmpty()) {
            wasReading = context.channel().config().isAutoRead();
        }
        heldBack.add(message);
        context.channel().config().setAutoRead(false);
    }

    /** Whoever is behind us has not seen what was read. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (heldBack.isEmpty()) {
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!heldBack.isEmpty() && context.channel().isWritable()) {
            letThrough(context);
        }
        context.fireChannelWritabilityChanged();
    }

    private void letThrough(ChannelHandlerContext context) {
        while (!heldBack.isEmpty() && (!(heldBack.peek() instanceof HttpRequest) || takesAnswers(context))) {
            context.fireChannelRead(heldBack.remove());
        }
        context.fireChannelReadComplete();
        if (heldBack.isEmpty() && wasReading) {
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        heldBack.forEach(ReferenceCountUtil::release);
        heldBack.clear();
        context.fireChannelInactive();
    }
}
