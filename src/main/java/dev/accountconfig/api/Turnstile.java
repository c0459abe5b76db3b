package dev.accountconfig.api;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;

/**
 * Lets nobody's next request through who does not take the answers to those before: what is written would be kept in memory, as
 * much as the peer pleases. Nor whose requests wait in the framework already: it takes any number, in a list that it goes
 * through for each. What was decoded already waits here, and no more is read, until there is room.
 */
final class Turnstile extends ChannelDuplexHandler {
    /** More than anybody who pipelines gains by; the next goes through as soon as one is answered. */
    static final int MOST_AWAITED = 16;

    private final IntSupplier awaited;
    private final Deque<Object> heldBack = new ArrayDeque<>(0);

    /** Whether anybody reads from the connection at all: the framework may have stopped to, for a body. */
    private boolean wasReading;

    /** Whether anything of what was read together went on: whoever is behind us waits for the end of that. */
    private boolean passed;

    private boolean lettingThrough;

    /** @param awaited requests of the connection that the framework has not answered yet */
    Turnstile(IntSupplier awaited) {
        this.awaited = awaited;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (heldBack.isEmpty() && mayPass(context, message)) {
            passed = true;
            context.fireChannelRead(message);
        } else {
            hold(context, message);
        }
    }

    private boolean mayPass(ChannelHandlerContext context, Object message) {
        return !(message instanceof HttpRequest) || (awaited.getAsInt() < MOST_AWAITED && takesAnswers(context));
    }

    private static boolean takesAnswers(ChannelHandlerContext context) {
        if (!context.channel().isWritable()) {
            context.flush();
        }
        return context.channel().isWritable();
    }

    private void hold(ChannelHandlerContext context, Object message) {
        // Seen to read while something is held back already, the framework has begun to again.
        wasReading = context.channel().config().isAutoRead() || (wasReading && !heldBack.isEmpty());
        heldBack.add(message);
        context.channel().config().setAutoRead(false);
    }

    /** Whoever has seen nothing of what was read is not told of its end. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (heldBack.isEmpty() || passed) {
            passed = false;
            context.fireChannelReadComplete();
        }
    }

    /** Not before the framework is done with it: it goes on to the next one by itself. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        ChannelFuture unused = context.write(message, written);
        if (message instanceof LastHttpContent && !heldBack.isEmpty()) {
            context.executor().execute(() -> letThrough(context));
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
        // What goes through is answered, and that may make room while it does.
        if (lettingThrough) {
            return;
        }
        lettingThrough = true;
        boolean any = false;
        while (!heldBack.isEmpty() && mayPass(context, heldBack.element())) {
            context.fireChannelRead(heldBack.remove());
            any = true;
        }
        lettingThrough = false;
        if (any) {
            context.fireChannelReadComplete();
            readOn(context);
        }
    }

    private void readOn(ChannelHandlerContext context) {
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
