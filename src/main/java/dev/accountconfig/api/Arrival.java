package dev.accountconfig.api;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one HTTP/1 connection as they were decoded, before anything acts on them. The first that is refused is the last:
 * whatever follows it may be the rest of it or a request of its own, so it is neither. What needs no thought is answered here,
 * as long as nobody before it waits for an answer.
 *
 * <pre>
 *   waiting -- bytes --> in a head -- head --> in a body -- end --> waiting
 *                          |   |  its answer is rendered             ^
 *                          |   +--> answered ------------ end -------+
 *                          |  too slow, or against the rules
 *                          +--> refused: an answer, and nothing more is read
 * </pre>
 */
final class Arrival extends ChannelDuplexHandler {
    /** Of what is refused unread, for the answer's sake: a connection that is closed on unread bytes takes it along. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final HeadRules rules;
    private final HeadLimits limits;

    /** What is written from here goes past the encoder. */
    private final ChannelHandlerContext wire;

    /** What cannot be written is told to nobody: the connection closes, and that is seen. */
    private final ChannelPromise nobody;

    private @Nullable HitPath shortcut;

    /** Behind us, it sees nothing of what is answered here, and would hang up on a peer that asks all the time. */
    private @Nullable IdleStateHandler idle;

    /** Requests that went on to the framework, refused ones among them, and were not answered yet. */
    private int awaited;

    private State state = State.WAITING;
    private final Deadline deadline = new Deadline();

    /** No request that is still to come is answered. */
    private boolean last;

    /** Something was written here and not flushed. */
    private boolean unsent;

    /** Something was decoded from the bytes that were read. */
    private boolean heard;

    private boolean leaving;

    private enum State {
        /** For a head, or the rest of one. */
        WAITING,
        IN_BODY,
        /** Without the framework, which need not see the end of the request. */
        ANSWERED,
        REFUSED
    }

    Arrival(HeadRules rules, HeadLimits limits, ChannelHandlerContext wire) {
        this.rules = rules;
        this.limits = limits;
        this.wire = wire;
        this.nobody = new VoidChannelPromise(wire.channel(), false);
    }

    /** @return empty for a connection that has no such thing, as those of HTTP/2 */
    static Optional<Arrival> of(HttpConnection connection) {
        return connection instanceof ConnectionBase base
                ? Optional.ofNullable(base.channel().pipeline().get(Arrival.class))
                : Optional.empty();
    }

    /** From now on. */
    void shorten(HitPath path) {
        if (shortcut == null) {
            shortcut = path;
            idle = wire.pipeline().get(IdleStateHandler.class);
        }
    }

    int awaited() {
        return awaited;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        heard = true;
        if (state == State.REFUSED) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest head) {
            head(context, head);
        } else {
            rest(context, message);
        }
    }

    private void rest(ChannelHandlerContext context, Object message) {
        boolean answered = state == State.ANSWERED;
        if (message instanceof LastHttpContent) {
            state = State.WAITING;
            deadline.callOff();
        }
        if (answered) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Bytes that ended nothing are the beginning of something. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        boolean inBody = state == State.IN_BODY;
        if (state != State.REFUSED && !deadline.isSet() && (inBody || !heard)) {
            watch(context, inBody ? limits.requestTime() : limits.headTime());
        }
        heard = false;
        send();
        context.fireChannelReadComplete();
    }

    private void send() {
        if (unsent) {
            unsent = false;
            wire.flush();
            if (idle != null) {
                idle.resetReadTimeout();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline.callOff();
        context.fireChannelInactive();
    }

    /** Answers of the framework, of which the last part is the end; it may decide that there will be no other. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof HttpResponse head && !HttpUtil.isKeepAlive(head)) {
            last = true;
        }
        if (message instanceof LastHttpContent && !isInterim(message)) {
            awaited--;
        }
        ChannelFuture unused = context.write(message, written);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise closed) {
        if (state == State.REFUSED
                && !leaving
                && context.channel() instanceof DuplexChannel connection
                && !isSecured(context)) {
            leaving = true;
            Runnable leave = () -> leave(context, closed);
            ChannelFuture unused = connection.shutdownOutput().addListener(told -> {
                Future<?> unusedToo = context.executor().schedule(leave, LINGER.toMillis(), TimeUnit.MILLISECONDS);
            });
        } else {
            leave(context, closed);
        }
    }

    private static void leave(ChannelHandlerContext context, ChannelPromise closed) {
        ChannelFuture unused = context.close(closed);
    }

    /** Where TLS takes its own leave. */
    private static boolean isSecured(ChannelHandlerContext context) {
        return context.pipeline().get(SslHandler.class) != null;
    }

    private void head(ChannelHandlerContext context, HttpRequest head) {
        if (head.decoderResult().cause() instanceof PrematureChannelClosureException) {
            state = State.REFUSED;
            return;
        }
        deadline.callOff();
        Problem problem = rules.refusal(head);
        if (problem != null) {
            refuse(context, head, problem);
        } else if (!answer(head)) {
            goOn(context, head);
        }
    }

    /** Nobody is answered before who came before him, and nobody after the last (RFC 9112 sections 9.3.2 and 9.6). */
    private boolean answer(HttpRequest head) {
        ByteBuf answer = shortcut == null || awaited != 0 || last ? null : shortcut.answer(head, wire.alloc());
        if (answer == null) {
            return false;
        }
        ChannelFuture unused = wire.write(answer, nobody);
        state = State.ANSWERED;
        unsent = true;
        return true;
    }

    private void goOn(ChannelHandlerContext context, HttpRequest head) {
        state = State.IN_BODY;
        awaited++;
        // Nothing is upgraded: a proxy before us would believe that whatever follows is no request (RFC 9113
        // section 3.1).
        head.headers().remove(HttpHeaderNames.UPGRADE);
        endAfter(head);
        last = last || !HttpUtil.isKeepAlive(head);
        context.fireChannelRead(head);
    }

    /** The decoder takes the first of several lengths that an HTTP/1.0 has, and tells nobody. */
    private static void endAfter(HttpRequest head) {
        if (head.protocolVersion().equals(HttpVersion.HTTP_1_0)
                && head.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    private void watch(ChannelHandlerContext context, Duration patience) {
        deadline.set(context.executor(), patience, () -> expire(context));
    }

    /** Where we do not read, the peer is not slow. */
    private void expire(ChannelHandlerContext context) {
        if (!context.channel().config().isAutoRead()) {
            watch(context, limits.headTime());
        } else if (state == State.IN_BODY) {
            ChannelFuture unused = context.close();
        } else {
            refuse(context, new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"), HeadRules.TOO_SLOW);
            context.fireChannelReadComplete();
        }
    }

    /** Nothing of it is left that anybody could take for a request. */
    private void refuse(ChannelHandlerContext context, HttpRequest head, Problem problem) {
        state = State.REFUSED;
        awaited++;
        head.setDecoderResult(new Refused(problem, RequestTarget.path(head.uri())));
        if (!head.method().equals(HttpMethod.HEAD)) {
            head.setMethod(HttpMethod.GET);
        }
        head.setProtocolVersion(HttpVersion.HTTP_1_1).setUri("/");
        head.headers()
                .clear()
                .set(HttpHeaderNames.HOST, "refused")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.fireChannelRead(head);
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
}
