package dev.accountconfig.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final LastKnownGood<K, V> lastKnownGood;
    private final Cache<K, Line<V>> lines;
    private final Flights<K, Arrival<V>> flights = new Flights<>();

    /** Restores what is recalled, and is to be asked about before it is believed: nobody knows what was written meanwhile. */
    public StaleCache(
            Origin<K, V> origin,
            Policy policy,
            Surroundings surroundings,
            CacheListener<? super K> listener,
            LastKnownGood<K, V> lastKnownGood) {
        this(
                origin,
                policy,
                surroundings,
                listener,
                lastKnownGood,
                Caffeine.newBuilder().maximumSize(policy.maxEntries()));
    }

    /** In memory alone, and bounded by what its lines weigh, besides their number. */
    public StaleCache(
            Origin<K, V> origin,
            Policy policy,
            Surroundings surroundings,
            CacheListener<? super K> listener,
            Weight<K, V> weight) {
        this(origin, policy, surroundings, listener, LastKnownGood.none(), bounded(weight, policy.maxEntries()));
    }

    private StaleCache(
            Origin<K, V> origin,
            Policy policy,
            Surroundings surroundings,
            CacheListener<? super K> listener,
            LastKnownGood<K, V> lastKnownGood,
            Caffeine<? super K, ? super Line<V>> bounded) {
        this.origin = origin;
        this.policy = policy;
        this.surroundings = surroundings;
        this.listener = listener;
        this.lastKnownGood = lastKnownGood;
        this.lines = bounded.executor(Runnable::run).build();
        lastKnownGood.recall().forEach(this::restore);
    }

    private static <K, V> Caffeine<K, Line<V>> bounded(Weight<K, V> weight, long mostLines) {
        return Caffeine.newBuilder()
                .maximumWeight(weight.most())
                .weigher((key, line) -> weight.of(key, line.entry().value(), mostLines));
    }

    /**
     * Counts the read, and takes off where that is due, when it is called, not when the answer is subscribed to.
     *
     * @return fails with an {@link OriginFailure} where there is nothing to serve and no answer within the patience
     */
    public Uni<Served<V>> get(K key) {
        Line<V> line = line(key);
        long now = now();
        Outcome atOnce = line.atOnce(now, policy.lifetime());
        return atOnce == null
                ? waited(key, line, now)
                : Uni.createFrom().item(taken(new Glance<>(this, key, line, now, atOnce, null)));
    }

    /**
     * How a reader of the key would be served at this moment without waiting. Counts nothing, and nothing takes off.
     *
     * @param before at the other values of the same answer
     * @return null where the reader would wait, or be served nothing
     */
    @Nullable
    Glance<K, V> glance(K key, @Nullable Glance<?, ?> before) {
        Line<V> line = line(key);
        long now = now();
        Outcome atOnce = line.atOnce(now, policy.lifetime());
        return atOnce == null ? null : new Glance<>(this, key, line, now, atOnce, before);
    }

    /** The read that was looked at is made: it is counted, and takes off where that is due. */
    void take(Glance<K, V> glance) {
        if (glance.isStale() && !glance.line().holdDown().holds(glance.now())) {
            fly(glance.key());
        }
        listener.served(glance.key(), glance.outcome());
    }

    /** The value is not believed any longer, but still good enough to be served while a flight asks. */
    public void doubt(K key) {
        lines.asMap()
                .computeIfPresent(
                        key, (sameKey, line) -> new Line<>(line.entry().doubted(now()), line.holdDown()));
    }

    /** The origin is heard of again: a key that is held down because it was away need not wait any longer. */
    void release(K key) {
        lines.asMap().computeIfPresent(key, (sameKey, line) -> line.released(now()));
    }

    /** What the origin had against us was our own fault, and is mended: nobody need wait any longer. */
    public void forgive(K key) {
        lines.asMap().computeIfPresent(key, (sameKey, line) -> line.forgiven(now()));
    }

    /**
     * Asks the origin, unless what is known is fresh, or the key is held down. Is not counted as a read.
     *
     * @return when the flight has ended; fails as it does
     */
    public Uni<Void> refresh(K key) {
        return fly(key).outcome().replaceWithVoid();
    }

    /** The value must not be served again, nor one that was asked for before now. */
    public void invalidate(K key) {
        flights.overtake(key, () -> {
            lines.invalidate(key);
            lastKnownGood.forget(key);
        });
    }

    /**
     * A change was made at the origin, or perhaps: what was asked for before now cannot land, and the value is served only
     * where the origin fails.
     *
     * @return what stands there until something lands
     */
    Entry<V> distrust(K key) {
        List<Entry<V>> known = new ArrayList<>(1);
        flights.overtake(key, () -> {
            lines.asMap().computeIfPresent(key, (sameKey, line) -> {
                Line<V> distrusted = distrusted(line);
                known.add(distrusted.entry());
                return distrusted;
            });
            lastKnownGood.forget(key);
        });
        return known.stream().findFirst().orElseGet(Entry.Unknown::new);
    }

    private Line<V> distrusted(Line<V> line) {
        return Line.of(line.entry().distrusted(now(), policy.lifetime()));
    }

    /** As {@link #invalidate}, for every key of a kind, those included that are on their way for the first time. */
    public void invalidateAll(Predicate<K> kind) {
        Stream.concat(flights.keys(), lines.asMap().keySet().stream())
                .filter(kind)
                .toList()
                .forEach(this::invalidate);
    }

    /**
     * What the origin has this moment. Is not counted as a read.
     *
     * @return fails with an {@link OriginFailure} where it does not answer, or has no such thing
     */
    Uni<Held<V>> latest(K key) {
        return flights.overtaking(key, route(key, () -> departForLatest(key)))
                .map(arrival -> arrival.entry().whole().orElseThrow(StaleCache::nothingThere))
                .onFailure(OriginFailure.class)
                .transform(failure -> told(failure, key));
    }

    /**
     * What is known of a change whose effect the origin does not tell: put in the place of what was distrusted for it,
     * unless something has landed since. It need not be what the change was decided on: that may have been replaced
     * meanwhile.
     *
     * @return what was told of the change
     */
    Held<V> replaced(K key, Entry<V> distrusted, Held<V> after) {
        flights.overtake(
                key,
                () -> lines.asMap()
                        .computeIfPresent(key, (sameKey, line) -> line.isStill(distrusted) ? known(after) : line));
        return after;
    }

    private Line<V> known(Held<V> after) {
        long now = now();
        return Line.of(Entry.known(after, now, policy.lifetime().freshOnce(surroundings.chance()))
                .doubted(now));
    }

    private static OriginFailure nothingThere() {
        return new OriginFailure(OriginFailure.Reason.REFUSED, "has no such collection for the account", Duration.ZERO);
    }

    /** Asks the origin now, fresh or not, held down or not, and by revision where there is one. Is not counted as a read. */
    public Uni<Landing> renew(K key) {
        return flights.overtaking(key, route(key, () -> departForLatest(key)))
                .map(arrival -> Optional.ofNullable(arrival.landing()).orElse(Landing.UNCHANGED));
    }

    /** How a key stands; empty where nothing is known of it. For operators, and not counted as a read. */
    public Optional<KeyReport> report(K key) {
        return Optional.ofNullable(lines.getIfPresent(key)).map(line -> KeyReport.of(line, now(), policy.lifetime()));
    }

    /** What is held for a key, however old. For operators, and not counted as a read. */
    public Optional<V> held(K key) {
        return line(key).entry().value();
    }

    /** In no order. */
    public Stream<K> keys(Predicate<K> kind) {
        return lines.asMap().keySet().stream().filter(kind);
    }

    /** How every key stands; for metrics and operators. */
    public Stream<KeyState> states() {
        long now = now();
        return lines.asMap().values().stream()
                .map(line -> new KeyState(
                        line.entry().phase(now, policy.lifetime()),
                        Duration.ofNanos(line.entry().age(now)),
                        line.holdDown().remaining(now)));
    }

    private void restore(Kept<K, V> kept) {
        long now = now();
        Entry.restored(kept, now, policy.lifetime(), surroundings.chance())
                .ifPresent(entry -> lines.put(kept.key(), Line.of(entry.doubted(now))));
    }

    private Served<V> taken(Glance<K, V> glance) {
        take(glance);
        return told(glance.key(), glance.line().entry(), glance.now(), glance.outcome(), false);
    }

    private Uni<Served<V>> waited(K key, Line<V> line, long now) {
        return line.entry().phase(now, policy.lifetime()) == Phase.EXPIRED
                ? fetched(key, line, now)
                : staleIfError(key, line);
    }

    private Uni<Served<V>> staleIfError(K key, Line<V> line) {
        return failing(
                key,
                patiently(key, Outcome.REFRESHED)
                        .onFailure(OriginFailure.class)
                        .recoverWithItem(() -> served(key, line.entry(), now(), Outcome.STALE_IF_ERROR, false)));
    }

    /** With nothing to serve, too, nobody waits for an origin that failed last time: a failure at once can be coped with. */
    private Uni<Served<V>> fetched(K key, Line<V> line, long now) {
        if (line.originFailed() && !line.holdDown().holds(now)) {
            fly(key);
        }
        Uni<Served<V>> answer = line.originFailed()
                ? Uni.createFrom().failure(line.holdDown()::cause)
                : patiently(key, Outcome.FETCHED);
        return failing(key, answer).onFailure(OriginFailure.class).transform(failure -> told(failure, key));
    }

    private Uni<Served<V>> failing(K key, Uni<Served<V>> answer) {
        return answer.onFailure().invoke(() -> listener.served(key, Outcome.FAILED));
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
                .failWith(() -> noAnswerWithin(policy.patience()))
                .emitOn(surroundings.callers().get())
                .map(arrival -> landed(key, arrival, whenWhole, ticket.joined()));
    }

    private Served<V> landed(K key, Arrival<V> arrival, Outcome whenWhole, boolean joined) {
        Landing landing = arrival.landing();
        return landing == null
                ? served(key, arrival.entry(), now(), Outcome.HIT, false)
                : served(key, arrival.entry(), now(), outcome(landing, whenWhole), joined);
    }

    private Flights.Ticket<Arrival<V>> fly(K key) {
        return flights.join(key, route(key, () -> depart(key)));
    }

    private Flights.Route<Arrival<V>> route(K key, Supplier<Uni<Arrival<V>>> departure) {
        return new Flights.Route<>(departure, arrival -> land(key, arrival), failure -> crash(key, failure));
    }

    /** Held down or not: the pauses are for readers who can be served otherwise. */
    private Uni<Arrival<V>> departForLatest(K key) {
        Entry<V> entry = line(key).entry();
        return ask(key, entry, new Origin.Question(entry.revisionToAsk(), false, true));
    }

    /** Looks at the entry again: between a reader's look and its take-off another flight may have landed. */
    private Uni<Arrival<V>> depart(K key) {
        Line<V> line = line(key);
        long now = now();
        Phase phase = line.entry().phase(now, policy.lifetime());
        if (phase == Phase.FRESH || phase == Phase.NEGATIVE) {
            return Uni.createFrom().item(new Arrival<>(line.entry(), null));
        }
        if (line.holdDown().holds(now)) {
            return Uni.createFrom().failure(line.holdDown()::cause);
        }
        boolean urgent = phase == Phase.EXPIRED && line.holdDown().failures() == 0;
        return ask(key, line.entry(), new Origin.Question(line.entry().revisionToAsk(), urgent, false));
    }

    private Uni<Arrival<V>> ask(K key, Entry<V> entry, Origin.Question question) {
        return origin.ask(key, question)
                .ifNoItem()
                .after(policy.deadline())
                .on(surroundings.timer())
                .failWith(() -> noAnswerWithin(policy.deadline()))
                .map(answer -> Arrival.of(entry, answer, now(), policy.lifetime(), surroundings.chance()));
    }

    private Runnable land(K key, Arrival<V> arrival) {
        Landing landing = arrival.landing();
        if (landing == null) {
            return () -> {};
        }
        lines.put(key, Line.of(arrival.entry()));
        arrival.entry().keepIn(lastKnownGood, key);
        return () -> listener.landed(key, landing);
    }

    /** A take-off that was not allowed comes here with the failure that holds the key down, and is not another one. */
    private Runnable crash(K key, Throwable failure) {
        if (line(key).holdDown().cause() == failure) {
            return () -> {};
        }
        long now = now();
        HoldDown next = lines.asMap()
                .compute(key, (sameKey, line) -> heldDown(line, failure, now))
                .holdDown();
        return () -> listener.failed(key, failure, next.failures(), next.remaining(now));
    }

    private Line<V> heldDown(@Nullable Line<V> line, Throwable failure, long now) {
        Line<V> known = line == null ? Line.empty() : line;
        return known.heldDown(known.holdDown().after(failure, now, policy.retries(), surroundings.chance()));
    }

    private Served<V> served(K key, Entry<V> entry, long now, Outcome outcome, boolean collapsed) {
        listener.served(key, outcome);
        return told(key, entry, now, outcome, collapsed);
    }

    private Served<V> told(K key, Entry<V> entry, long now, Outcome outcome, boolean collapsed) {
        return new Served<>(
                entry.value(),
                outcome,
                collapsed,
                Duration.ofNanos(entry.age(now)),
                Duration.ofNanos(entry.ttl(now, policy.lifetime())),
                entry.revision(),
                Basis.of(this, key, entry.held()));
    }

    long ttl(Glance<K, V> glance) {
        return glance.line().entry().ttl(glance.now(), policy.lifetime());
    }

    private static Outcome outcome(Landing landing, Outcome whenWhole) {
        return switch (landing) {
            case CHANGED, UNCHANGED, ABSENT -> whenWhole;
            case NOT_MODIFIED -> Outcome.REVALIDATED;
        };
    }

    /** When it makes sense to come back: once the key is no longer held down. */
    private OriginFailure told(OriginFailure failure, K key) {
        Duration held = line(key).holdDown().remaining(now());
        return failure.comingBackAfter(held.isZero() ? policy.retries().pause(1, failure, () -> 0) : held);
    }

    private static OriginFailure noAnswerWithin(Duration limit) {
        return OriginFailure.unavailable("gave no answer within " + limit.toMillis() + " ms");
    }

    private Line<V> line(K key) {
        Line<V> line = lines.getIfPresent(key);
        return line == null ? Line.empty() : line;
    }

    private long now() {
        return surroundings.ticker().read();
    }
}
