package dev.accountconfig;

import dev.accountconfig.access.IssuerKeys;
import dev.accountconfig.access.UnfitException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 1 << 20;

    private final IssuerKeys keys;
    private final URI address;
    private final ScheduledExecutorService worker;
    private final LongSupplier ticker;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicLong lastWish;
    private final AtomicBoolean failing = new AtomicBoolean();

    PublishedKeys(IssuerKeys keys, URI address, ScheduledExecutorService worker, LongSupplier ticker) {
        this.keys = keys;
        this.address = address;
        this.worker = worker;
        this.ticker = ticker;
        this.lastWish = new AtomicLong(ticker.getAsLong() - AT_MOST_EVERY.toNanos());
    }

    void begin() {
        var unused = worker.scheduleWithFixedDelay(this::fetch, 0, USUALLY.toMillis(), TimeUnit.MILLISECONDS);
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

    private void fetch() {
        try {
            keys.renew(published());
            failing.set(false);
        } catch (IOException | UnfitException unfit) {
            if (failing.compareAndSet(false, true)) {
                LOG.warnf("%s gives no keys for tokens, and those that are known stay in force: %s", address, unfit);
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    private String published() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] read = body.readNBytes(LONGEST);
            if (response.statusCode() != 200) {
                throw new IOException("it answered " + response.statusCode());
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }
}
