package dev.accountconfig.api;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ServerChannel;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.spi.transport.Transport;
import io.vertx.core.tracing.TracingOptions;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Puts a {@link Turnstile} and an {@link Arrival} on every connection of both ports. The framework answers malformed requests by itself and without
 * words, acts on some that it should refuse, and bears with heads that never end; it has no place to tell it otherwise, but lets
 * its service providers see how it is built, and a tracing factory is one that its options can name. We trace nothing.
 */
@Singleton
class Arrivals implements VertxOptionsCustomizer {
    private static final String ENCODER = "httpEncoder";

    private final HeadLimits limits;
    private final HeadRules rules;

    Arrivals(HeadLimits limits) {
        this.limits = limits;
        this.rules = new HeadRules(limits);
    }

    /** The method is deprecated in favour of a builder that the framework does not let anybody touch. */
    @Override
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(new VertxTracerFactory() {
            @Override
            public void init(VertxBuilder builder) {
                builder.findTransport(attended(builder.findTransport()));
                // Or it would warn that there are options and nobody who traces.
                builder.options().setTracingOptions(null);
            }

            @Override
            public VertxTracer<?, ?> tracer(TracingOptions unused) {
                throw new UnsupportedOperationException();
            }
        }));
    }

    private Transport attended(Transport transport) {
        return (Transport) Proxy.newProxyInstance(
                Transport.class.getClassLoader(), new Class<?>[] {Transport.class}, (proxy, method, arguments) -> {
                    try {
                        Object made = method.invoke(transport, arguments);
                        return made instanceof ChannelFactory<?> factory
                                        && method.getName().equals("serverChannelFactory")
                                ? (ChannelFactory<ServerChannel>) () -> attended((ServerChannel) factory.newChannel())
                                : made;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private ServerChannel attended(ServerChannel server) {
        server.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object connection) {
                ((Channel) connection).pipeline().addLast(new Usher());
                context.fireChannelRead(connection);
            }
        });
        return server;
    }

    /** Waits for the first bytes, because only then the framework knows whether they are HTTP/1 or HTTP/2. */
    private final class Usher extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRegistered(ChannelHandlerContext context) {
            ChannelPipeline pipeline = context.pipeline();
            if (!attend(pipeline)) {
                pipeline.remove(this);
                pipeline.addLast(new Seated());
            }
            context.fireChannelRegistered();
        }
    }

    private final class Seated extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            attend(context.pipeline());
            context.fireChannelRead(bytes);
            context.pipeline().remove(this);
        }
    }

    private boolean attend(ChannelPipeline pipeline) {
        ChannelHandlerContext encoder = pipeline.context(ENCODER);
        if (encoder != null) {
            Arrival arrival = new Arrival(rules, limits, encoder);
            pipeline.addAfter(ENCODER, "arrival", arrival);
            pipeline.addAfter(ENCODER, "turnstile", new Turnstile(arrival::awaited));
        }
        return encoder != null;
    }
}
