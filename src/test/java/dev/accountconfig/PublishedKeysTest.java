package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.access.Accounts;
import dev.accountconfig.access.Allowance;
import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Callers;
import dev.accountconfig.access.Enrolment;
import dev.accountconfig.access.IssuerKeys;
import dev.accountconfig.access.Presented;
import dev.accountconfig.access.TokenRules;
import dev.accountconfig.access.Tokens;
import dev.accountconfig.access.Verb;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer of tokens that is slow, talkative or broken holds up nobody, and what it says next is heard. */
class PublishedKeysTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong ticker = new AtomicLong();
    private final Issuer issuer = new Issuer();
    private final IssuerKeys keys = new IssuerKeys();
    private final AtomicReference<Handler<HttpServerResponse>> behaviour = new AtomicReference<>(response -> {});
    private final Worker worker = new Worker();
    private URI address = URI.create("http://localhost/");
    private Callers callers = Callers.everybody();
    private PublishedKeys published = published(SHORT);

    /** A round is made when the test says so. */
    private static final class Worker extends ScheduledThreadPoolExecutor {
        private volatile Runnable round = () -> {};

        Worker() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long every, TimeUnit unit) {
            round = work;
            return schedule(() -> {}, 0, unit);
        }
    }

    @BeforeEach
    void serve() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> behaviour.get().handle(request.response()))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        address = URI.create("http://localhost:" + server.actualPort() + "/jwks");
        published = published(SHORT);
        Tokens tokens = new Tokens(
                new TokenRules(Issuer.NAME, Issuer.AUDIENCE, Set.of("RS256"), "sub"),
                keys,
                InstantSource.system(),
                () -> {});
        Caller bot = new Caller("bot", Accounts.every(), Set.of(Verb.READ), Allowance.of(1_000, ticker::get));
        callers =
                Callers.of(List.of(new Enrolment(bot, Optional.empty(), Optional.of("svc-bot"))), Optional.of(tokens));
    }

    private PublishedKeys published(Duration patience) {
        return new PublishedKeys(keys, new PublishedKeys.Source(address, patience), worker, ticker::get);
    }

    @AfterEach
    void close() {
        new Issuers(worker).close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private boolean isKnown(String token) {
        return callers.identify(new Presented(List.of("Bearer " + token), List.of(), null))
                .isPresent();
    }

    @Test
    void aTokenIsBelievedAtOnceAfterAStart() {
        behaviour.set(response -> response.end(issuer.published()));
        published.begin(LONG);
        assertThat(isKnown(issuer.token("svc-bot"))).isTrue();
    }

    @Test
    @MayWarn("gives no keys for tokens")
    void aStartIsNotHeldUpByAnIssuerThatSaysNothing() {
        long begin = System.nanoTime();
        published.begin(Duration.ofMillis(50));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
        assertThat(isKnown(issuer.token("svc-bot"))).isFalse();
    }

    @Test
    @MayWarn("gives no keys for tokens")
    void anAnswerThatStopsInItsMiddleIsGivenUpAndTheNextOneIsHeard() {
        behaviour.set(response -> response.setChunked(true).write("{\"keys\":["));
        published.begin(LONG);
        assertThat(isKnown(issuer.token("svc-bot"))).isFalse();
        behaviour.set(response -> response.end(issuer.published()));
        worker.round.run();
        assertThat(isKnown(issuer.token("svc-bot"))).isTrue();
    }

    @Test
    @MayWarn("it answered more than 1048576 bytes")
    void anAnswerThatIsFarTooLongIsGivenUpAndTheNextOneIsHeard() {
        behaviour.set(response -> response.end(issuer.published() + " ".repeat(2 << 20)));
        published.begin(LONG);
        assertThat(isKnown(issuer.token("svc-bot"))).isFalse();
        behaviour.set(response -> response.end(issuer.published()));
        worker.round.run();
        assertThat(isKnown(issuer.token("svc-bot"))).isTrue();
    }

    @Test
    @MayWarn("gives no keys for tokens")
    void anAnswerThatIsNoKeySetDoesNotEndTheRounds() {
        behaviour.set(response -> response.end(issuer.published()));
        published.begin(LONG);
        for (String bad : List.of("{\"keys\":{}}", "{\"keys\":[\"x\"]}", "null")) {
            behaviour.set(response -> response.end(bad));
            worker.round.run();
            assertThat(isKnown(issuer.token("svc-bot"))).isTrue();
        }
        behaviour.set(response -> response.end(issuer.publishedNextAlone()));
        worker.round.run();
        assertThat(isKnown(issuer.byNextKey("svc-bot"))).isTrue();
    }

    @Test
    void nobodyIsAskedAnyMoreWhenTheApplicationHasEnded() throws Exception {
        published(LONG).begin(SHORT);
        new Issuers(worker).close();
        assertThat(worker.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        published.wish();
        assertThat(worker.getQueue()).isEmpty();
    }
}
