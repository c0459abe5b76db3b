package dev.accountconfig;

import dev.accountconfig.access.IssuerKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The keys that an issuer of tokens publishes at an address: fetched by a worker, again every minute, and sooner when a token
 * comes that is signed with another one. What is known stays known while nobody answers.
 */
final class PublishedKeys {
    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration USUALLY = Duration.ofMinutes(1);

    /** Tokens that are made up must not become a load on the issuer. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private static final int LONGEST = 1 << 20;

    private final IssuerKeys keys;
    private final Source source;
    private final ScheduledExecutorService worker;
    private final LongSupplier ticker;
    private final HttpClient client;
    private final AtomicLong lastWish;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param patience with the whole of an answer, its last byte included */
    record Source(URI address, Duration patience) {}

    PublishedKeys(IssuerKeys keys, Source source, ScheduledExecutorService worker, LongSupplier ticker) {
        this.keys = keys;
        this.source = source;
        this.worker = worker;
        this.ticker = ticker;
        this.client = HttpClient.newBuilder()
                .connectTimeout(source.patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.lastWish = new AtomicLong(ticker.getAsLong() - AT_MOST_EVERY.toNanos());
    }

    /**
     * Waits for the first keys, or the first token after every start would be nobody's; but not for long, or a start would
     * hang on the issuer.
     */
    void begin(Duration patience) {
        Future<?> first = worker.submit(this::fetch);
        var unused = worker.scheduleWithFixedDelay(
                this::fetch, USUALLY.toMillis(), USUALLY.toMillis(), TimeUnit.MILLISECONDS);
        try {
            first.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException later) {
            LOG.debug("The service starts without keys for tokens");
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns at once. */
    void wish() {
        long last = lastWish.get();
        long now = ticker.getAsLong();
        if (now - last >= AT_MOST_EVERY.toNanos() && lastWish.compareAndSet(last, now)) {
            try {
                worker.execute(this::fetch);
            } catch (RejectedExecutionException leaving) {
                LOG.debug("Not asked for on the way out");
            }
        }
    }

    /** Whatever went wrong: what is thrown to the worker would end the rounds, and the keys of today would stay for ever. */
    private void fetch() {
        try {
            keys.renew(published());
            failing.set(false);
        } catch (IOException | RuntimeException unfit) {
            if (failing.compareAndSet(false, true)) {
                LOG.warnf(
                        "%s gives no keys for tokens, and those that are known stay in force: %s",
                        source.address, unfit);
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    /** A time-out of the client itself would end with the head of an answer. */
    private String published() throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(HttpRequest.newBuilder(source.address).build(), head -> new BoundedBody(LONGEST));
        try {
            return text(asked.get(source.patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        } catch (TimeoutException tooLong) {
            throw new IOException("it did not end its answer within " + source.patience);
        } finally {
            asked.cancel(true);
        }
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("it answered " + response.statusCode());
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
