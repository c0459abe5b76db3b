package dev.accountconfig.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Keeps what an origin said and answers from it, even while the origin is down. {@link Phase} says what a reader gets;
 * a flight refreshes a key behind the readers' backs, or in front of them where there is nothing to serve.
 *
 * <p>Thread-safe. A reader that leaves, or loses patience, changes nothing for anybody else.
 */
public final class StaleCache<K, V> {
    private final Origin<K, V> origin;
    private final Policy policy;
    private final Surroundings surroundings;
    private final CacheListener<? super K> listener;
    private final Cache<K, Line<V>> lines;
    private final Flights<K, Arrival<V>> flights = new Flights<>();

    public StaleCache(
            Origin<K, V> origin, Policy policy, Surroundings surroundings, CacheListener<? super K> listener) {
        this.origin = origin;
        this.policy = policy;
        this.surroundings = surroundings;
        this.listener = listener;
        this.lines = Caffeine.newBuilder()
                .maximumSize(policy.maxEntries())
                .executor(Runnable::run)
                .build();
    }

    /** @return fails with an {@link OriginFailure} where there is nothing to serve and no answer within the patience */
    public Uni<Served<V>> get(K key) {
        Line<V> line = line(key);
        long now = now();
        return switch (line.entry().phase(now, policy.lifetime())) {
            case FRESH -> atOnce(key, line, now, Outcome.HIT);
            case NEGATIVE -> atOnce(key, line, now, Outcome.NEGATIVE);
            case STALE_SERVABLE -> staleAtOnce(key, line, now, Outcome.STALE);
            case STALE_IF_ERROR -> staleIfError(key, line, now);
            case EXPIRED -> fetched(key, line, now);
        };
    }

    /** The value is not believed any longer, but still good enough to be served while a flight asks. */
    public void doubt(K key) {
        lines.asMap()
                .computeIfPresent(
                        key, (sameKey, line) -> new Line<>(line.entry().doubted(now()), line.holdDown()));
    }

    /** The value must not be served again, nor one that was asked for before now. */
    public void invalidate(K key) {
        flights.overtake(key, () -> lines.invalidate(key));
    }

    /** Shows every key's phase, age and hold-down; for metrics and operators. */
    public void forEach(BiConsumer<K, KeyState> visitor) {
        long now = now();
        lines.asMap()
                .forEach((key, line) -> visitor.accept(
                        key,
                        new KeyState(
                                line.entry().phase(now, policy.lifetime()),
                                line.entry().age(now),
                                line.holdDown().remaining(now))));
    }

    private Uni<Served<V>> atOnce(K key, Line<V> line, long now, Outcome outcome) {
        return Uni.createFrom().item(served(key, line.entry(), now, outcome, false));
    }

    private Uni<Served<V>> staleAtOnce(K key, Line<V> line, long now, Outcome outcome) {
        if (!line.holdDown().holds(now)) {
            fly(key);
        }
        return atOnce(key, line, now, outcome);
    }

    /** Nobody waits for an origin that failed last time, not even when the next attempt is due. */
    private Uni<Served<V>> staleIfError(K key, Line<V> line, long now) {
        if (line.holdDown().failures() > 0) {
            return staleAtOnce(key, line, now, Outcome.STALE_IF_ERROR);
        }
        return patiently(key, Outcome.REFRESHED)
                .onFailure(OriginFailure.class)
                .recoverWithItem(() -> served(key, line.entry(), now(), Outcome.STALE_IF_ERROR, false));
    }

    private Uni<Served<V>> fetched(K key, Line<V> line, long now) {
        Uni<Served<V>> answer = line.holdDown().holds(now)
                ? Uni.createFrom().failure(line.holdDown()::cause)
                : patiently(key, Outcome.FETCHED);
        return answer.onFailure()
                .invoke(() -> listener.served(key, Outcome.FAILED))
                .onFailure(OriginFailure.class)
                .transform(failure -> told(failure, key));
    }

    /** The flight's answer, if it comes while the caller is ready to wait. */
    private Uni<Served<V>> patiently(K key, Outcome whenWhole) {
        Flights.Ticket<Arrival<V>> ticket = fly(key);
        if (ticket.joined()) {
            listener.collapsed(key);
        }
        return ticket.outcome()
                .ifNoItem()
                .after(policy.patience())
                .on(surroundings.timer())
                .failWith(() -> OriginFailure.unavailable(
                        "gave no answer within " + policy.patience().toMillis() + " ms"))
                .map(arrival ->
                        served(key, arrival.entry(), now(), outcome(arrival.landing(), whenWhole), ticket.joined()));
    }

    private Flights.Ticket<Arrival<V>> fly(K key) {
        return flights.join(
                key,
                new Flights.Route<>(() -> depart(key), arrival -> land(key, arrival), failure -> crash(key, failure)));
    }

    /** Looks at the entry again: between a reader's look and its take-off another flight may have landed. */
    private Uni<Arrival<V>> depart(K key) {
        Line<V> line = line(key);
        Phase phase = line.entry().phase(now(), policy.lifetime());
        if (phase == Phase.FRESH || phase == Phase.NEGATIVE) {
            return Uni.createFrom().item(new Arrival<>(line.entry(), Landing.NEEDLESS));
        }
        if (line.holdDown().holds(now())) {
            return Uni.createFrom().failure(line.holdDown()::cause);
        }
        listener.tookOff(key);
        boolean urgent = phase == Phase.EXPIRED && line.holdDown().failures() == 0;
        return ask(key, line.entry(), urgent);
    }

    private Uni<Arrival<V>> ask(K key, Entry<V> entry, boolean urgent) {
        return origin.ask(key, new Origin.Question(entry.revisionToAsk(), urgent))
                .ifNoItem()
                .after(policy.deadline())
                .on(surroundings.timer())
                .failWith(() -> OriginFailure.unavailable(
                        "gave no answer within " + policy.deadline().toMillis() + " ms"))
                .map(answer -> Arrival.of(entry, answer, now(), policy.lifetime(), surroundings.chance()));
    }

    private void land(K key, Arrival<V> arrival) {
        if (arrival.landing() != Landing.NEEDLESS) {
            lines.put(key, Line.of(arrival.entry()));
            listener.landed(key, arrival.landing());
        }
    }

    private void crash(K key, Throwable failure) {
        Line<V> line = line(key);
        long now = now();
        if (line.holdDown().holds(now)) {
            return;
        }
        HoldDown next = line.holdDown().after(failure, now, policy.pauses(), surroundings.chance());
        lines.put(key, line.heldDown(next));
        listener.failed(key, failure, next.failures(), next.remaining(now));
    }

    private Served<V> served(K key, Entry<V> entry, long now, Outcome outcome, boolean collapsed) {
        listener.served(key, outcome);
        return new Served<>(entry.value(), outcome, collapsed, entry.age(now), entry.ttl(now, policy.lifetime()));
    }

    private static Outcome outcome(Landing landing, Outcome whenWhole) {
        return switch (landing) {
            case CHANGED, UNCHANGED, ABSENT -> whenWhole;
            case NOT_MODIFIED -> Outcome.REVALIDATED;
            case NEEDLESS -> Outcome.HIT;
        };
    }

    /** When it makes sense to come back: once the key is no longer held down. */
    private OriginFailure told(OriginFailure failure, K key) {
        Duration held = line(key).holdDown().remaining(now());
        return failure.retryAfter(held.isZero() ? policy.pauses().steps().get(0) : held);
    }

    private Line<V> line(K key) {
        Line<V> line = lines.getIfPresent(key);
        return line == null ? Line.empty() : line;
    }

    private long now() {
        return surroundings.ticker().read();
    }
}
