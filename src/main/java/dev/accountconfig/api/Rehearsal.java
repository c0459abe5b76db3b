package dev.accountconfig.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.accountconfig.access.Callers;
import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.Served;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Weight;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The way of an answer that is told again, gone over and over before the first caller comes, so that nobody is served by
 * code that has never run. Everything a hit passes is real, on a stage of its own with an account, an answer and a caller of its
 * own: nothing is asked of the vendor, and nothing is counted or logged.
 */
public final class Rehearsal {
    private static final String TARGET = "/v1/accounts/31415926/status";

    /** Of the stage alone. */
    private static final String KEY = "open-sesame";

    /** Some of what callers send besides. */
    private static final String REQUEST =
            "GET " + TARGET + " HTTP/1.1\r\nHost: localhost:8080\r\nAuthorization: Bearer " + KEY
                    + "\r\nAccept: */*\r\nUser-Agent: rehearsal\r\n";

    /** Sent at once; a server reads what has come and answers one by one. */
    private static final int AT_ONCE = 16;

    /** Until the stage stands, at most. */
    private static final Duration SETTING_UP = Duration.ofSeconds(2);

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    /** More would not make it any faster. */
    private static final int ENOUGH = 20_000;

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);

    private final Arrivals arrivals;
    private final FrontDoor door;
    private final Admission admission;
    private final Retelling retelling;
    private final StaleCache<String, String> cache;
    private final Surroundings surroundings;
    private final Duration atMost;

    /** @param atMost zero for no rehearsal at all */
    public Rehearsal(
            Policy policy, Surroundings surroundings, InstantSource clock, HeadLimits limits, Duration atMost) {
        RenderedAnswers answers = new RenderedAnswers(1 << 20, ReadTimes.NONE);
        this.arrivals = new Arrivals(limits);
        this.door = new FrontDoor(clock, limits);
        this.admission = new Admission(Callers.only("rehearsal", KEY, surroundings.ticker()::read), clock);
        this.retelling = new Retelling(
                answers, new HitPath(answers, admission, clock, surroundings, new Oversight(false)), clock);
        this.surroundings = surroundings;
        this.atMost = atMost;
        this.cache = new StaleCache<>(
                (key, question) -> Uni.createFrom().item(new Answer.Found<>("{\"state\":\"OPEN\"}".repeat(100), "1")),
                policy,
                surroundings,
                new CacheListener<String>() {},
                new Weight<>(1 << 20, (key, value) -> 1));
    }

    /**
     * Returns when it is over. One that fails is no reason not to play.
     *
     * @param stages makes one without metrics, but with what it is given
     * @return how many requests were answered
     */
    public int run(Function<VertxOptionsCustomizer, Vertx> stages) {
        if (atMost.isZero()) {
            return 0;
        }
        Vertx stage = stages.apply(arrivals);
        try {
            return played(stage)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(atMost.plus(SETTING_UP).toMillis(), MILLISECONDS);
        } catch (ExecutionException | TimeoutException unrehearsed) {
            LOG.debug("Not rehearsed", unrehearsed);
            return 0;
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            Future<Void> unused = stage.close();
        }
    }

    private Future<Integer> played(Vertx stage) {
        Router router = Router.router(stage);
        router.route().handler(door::check);
        router.route().handler(admission::check);
        router.route().handler(retelling::answer);
        router.route().handler(this::resource);
        return stage.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .compose(server -> visit(stage, server))
                .compose(visitor -> answered(visitor, surroundings.ticker().read() + atMost.toNanos()));
    }

    private static Future<NetSocket> visit(Vertx stage, HttpServer server) {
        return stage.createNetClient().connect(server.actualPort(), "127.0.0.1");
    }

    private void resource(RoutingContext context) {
        cache.get("rehearsal").subscribe().with(served -> answer(served, context), context::fail);
    }

    private static void answer(Served<String> served, RoutingContext context) {
        Rendered rendered = Rendered.jsonAsItCame(served.value().orElseThrow().getBytes(StandardCharsets.UTF_8));
        RenderedAnswers.offer(new RenderedAnswer(rendered, served.basis(), Validity.ALWAYS, false), context);
        context.response().putHeader("ETag", rendered.etag()).end(Buffer.buffer(rendered.body()));
    }

    private Future<Integer> answered(NetSocket visitor, long end) {
        Promise<Integer> over = Promise.promise();
        Heads heads = new Heads();
        visitor.handler(bytes -> {
            int before = heads.seen;
            heads.read(bytes);
            if (heads.seen >= ENOUGH || surroundings.ticker().read() - end > 0) {
                over.tryComplete(heads.seen);
            } else if (heads.seen / AT_ONCE > before / AT_ONCE) {
                send(visitor, heads.seen);
            }
        });
        visitor.closeHandler(lost -> over.tryComplete(heads.seen));
        send(visitor, 0);
        return over.future();
    }

    /** Every other time as one who has something already, if not this. */
    private static void send(NetSocket visitor, int seen) {
        String request = seen / AT_ONCE % 2 == 0 ? REQUEST : REQUEST + "If-None-Match: \"another\"\r\n";
        visitor.write((request + "\r\n").repeat(AT_ONCE));
    }

    /** Counts the ends of heads, of which there is one an answer. */
    private static final class Heads {
        private int seen;
        private int matched;

        void read(Buffer bytes) {
            for (int i = 0; i < bytes.length(); i++) {
                byte next = bytes.getByte(i);
                matched = next == END_OF_HEAD[matched] ? matched + 1 : (next == '\r' ? 1 : 0);
                if (matched == END_OF_HEAD.length) {
                    seen++;
                    matched = 0;
                }
            }
        }
    }
}
