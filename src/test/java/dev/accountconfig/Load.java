package dev.accountconfig;

import dev.accountconfig.LoadPlan.Ask;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Many callers for a long time, with the books kept: every request is answered, cancelled by us, or lost. Each connection
 * asks, waits for its answer and asks again, all on one event loop of their own. The methods may be called from any other
 * thread.
 */
public final class Load implements AutoCloseable {

    /** After a loss, so that a server that refuses is not hammered. */
    private static final long REST_NANOS = Duration.ofMillis(10).toNanos();

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
    private final HttpClient client;
    private final LoadPlan plan;
    private final RandomGenerator random;
    private LoadBooks books;
    private Promise<Void> over = Promise.promise();
    private long began = System.nanoTime();
    private long ended;
    private long nextSlot;
    private long left;
    private int busy;

    public Load(LoadPlan plan) {
        this.plan = plan;
        random = new Random(plan.seed());
        books = new LoadBooks(plan);
        client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("localhost").setDefaultPort(plan.port()),
                new PoolOptions().setHttp1MaxSize(plan.connections()));
    }

    /** Sends so many requests and waits for the end of the last one. */
    public LoadReport send(long requests) {
        begin(requests);
        return await(over.future().compose(done -> onLoop(this::written)));
    }

    /** Sends without end, until {@link #stop}. */
    public void start() {
        begin(Long.MAX_VALUE);
    }

    /** Begins no more requests and waits for the end of those under way. */
    public LoadReport stop() {
        await(onLoop(() -> left = 0));
        return await(over.future().compose(done -> onLoop(this::written)));
    }

    /** How it stands now, since it was last told to send. */
    public LoadReport report() {
        return await(onLoop(this::written));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void begin(long requests) {
        await(onLoop(() -> {
            if (busy > 0) {
                throw new IllegalStateException("it is under way already");
            }
            books = new LoadBooks(plan);
            over = Promise.promise();
            began = System.nanoTime();
            ended = 0;
            nextSlot = began;
            left = requests;
            busy = plan.connections();
            for (int connection = 0; connection < plan.connections(); connection++) {
                next();
            }
            return busy;
        }));
    }

    private LoadReport written() {
        return books.report(Duration.ofNanos((ended == 0 ? System.nanoTime() : ended) - began));
    }

    private void next() {
        if (left == 0) {
            rest();
            return;
        }
        long now = System.nanoTime();
        long slot = Math.max(now, nextSlot);
        nextSlot = slot + 1_000_000_000L / plan.perSecond();
        if (slot == now) {
            ask();
        } else {
            after(slot - now, this::ask);
        }
    }

    /** It may have been stopped while it waited for its turn. */
    private void ask() {
        if (left == 0) {
            rest();
        } else {
            left--;
            new Turn(plan.asks().apply(random), random.nextDouble() < plan.cancelled(), random.nextDouble()).begin();
        }
    }

    private void rest() {
        busy--;
        if (busy == 0) {
            ended = System.nanoTime();
            over.complete();
        }
    }

    /** One request until its end, which comes once. */
    private final class Turn {
        private final Ask ask;
        private final ScheduledFuture<?> alarm;
        private final long start = System.nanoTime();
        private HttpClientRequest request;
        private boolean ended;

        Turn(Ask ask, boolean cancelled, double moment) {
            this.ask = ask;
            long within = plan.cancelWithin().toNanos();
            alarm = cancelled
                    ? after((long) (within * moment), this::cancel)
                    : after(plan.patience().toNanos(), () -> lose("no answer within " + plan.patience()));
        }

        void begin() {
            books.asked();
            client.request(options()).onSuccess(this::send).onFailure(lost -> lose(lost.toString()));
        }

        private RequestOptions options() {
            var options = new RequestOptions().setMethod(HttpMethod.GET).setURI(ask.target());
            ask.headers().forEach(options::putHeader);
            return options;
        }

        private void send(HttpClientRequest connected) {
            request = connected;
            connected.exceptionHandler(broken -> {});
            if (ended) {
                connected.reset();
            } else {
                connected.send().onSuccess(this::read).onFailure(lost -> lose(lost.toString()));
            }
        }

        private void read(HttpClientResponse response) {
            response.body().onFailure(lost -> lose(lost.toString())).onSuccess(body -> {
                if (end()) {
                    var answer = new LoadPlan.Answer(ask, response.statusCode(), response.headers(), body);
                    books.answered(answer, System.nanoTime() - start);
                    next();
                }
            });
        }

        private void cancel() {
            if (end()) {
                books.cancelled();
                breakOff();
                next();
            }
        }

        private void lose(String words) {
            if (end()) {
                books.lost(ask, words);
                breakOff();
                after(REST_NANOS, Load.this::next);
            }
        }

        private boolean end() {
            boolean first = !ended;
            ended = true;
            alarm.cancel(false);
            return first;
        }

        private void breakOff() {
            if (request != null) {
                request.reset();
            }
        }
    }

    /** Netty's own clock: that of Vert.x knows no less than a millisecond, and many answers are quicker. */
    private ScheduledFuture<?> after(long nanos, Runnable act) {
        return loop.nettyEventLoop().schedule(() -> loop.dispatch(act), nanos, TimeUnit.NANOSECONDS);
    }

    private <T> Future<T> onLoop(Supplier<T> act) {
        var done = Promise.<T>promise();
        loop.runOnContext(
                now -> Future.<Void>succeededFuture().map(go -> act.get()).onComplete(done));
        return done.future();
    }

    /** As long as requests may take at worst, and so many of them; a test has a limit of its own. */
    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
