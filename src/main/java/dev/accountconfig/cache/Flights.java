package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * At most one flight a key. Whoever comes while it is aloft joins it and shares its outcome, success or failure; there is
 * no time-out that lets waiters through, since that is how other caches multiply the load on a slow origin.
 *
 * <p>A flight that is {@linkplain #overtake overtaken} still tells its passengers what it found, but changes nothing:
 * storing and overtaking the same key exclude each other.
 */
public final class Flights<K, T> {
    private final ConcurrentHashMap<K, Flight<T>> aloft = new ConcurrentHashMap<>();

    /**
     * @param arrival stores the outcome, and returns what is to be told about that; stores under the key's lock, so it must
     *     be short, and not at all if overtaken; tells after it
     * @param crash the same for a failure
     */
    public record Route<T>(
            Supplier<Uni<T>> departure, Function<T, Runnable> arrival, Function<Throwable, Runnable> crash) {}

    /** @param joined true where the flight was aloft already */
    public record Ticket<T>(Uni<T> outcome, boolean joined) {}

    /** Joins the flight to a key, or takes off. Subscribing or not to the outcome makes no difference to the flight. */
    public Ticket<T> join(K key, Route<T> route) {
        Flight<T> own = new Flight<>();
        Flight<T> other = aloft.putIfAbsent(key, own);
        if (other != null) {
            return new Ticket<>(other.outcome(), true);
        }
        takeOff(key, own, route);
        return new Ticket<>(own.outcome(), false);
    }

    /** Takes off in the very moment in which whatever is aloft is overtaken, so that nobody else's question comes between. */
    public Uni<T> overtaking(K key, Route<T> route) {
        Flight<T> own = new Flight<>();
        aloft.put(key, own);
        takeOff(key, own, route);
        return own.outcome();
    }

    /** Lets no flight that is aloft land on this key any more, and does something else to it in the same moment. */
    public void overtake(K key, Runnable instead) {
        aloft.compute(key, (sameKey, flight) -> {
            instead.run();
            return null;
        });
    }

    /** Of what is aloft at this moment. */
    Stream<K> keys() {
        return aloft.keySet().stream();
    }

    private void takeOff(K key, Flight<T> flight, Route<T> route) {
        Uni.createFrom()
                .<T>deferred(() -> route.departure().get())
                .subscribe()
                .with(
                        item -> end(key, flight, () -> route.arrival().apply(item), () -> flight.succeed(item)),
                        failure -> end(key, flight, () -> route.crash().apply(failure), () -> flight.fail(failure)));
    }

    /** Whatever goes wrong in storing or telling, the flight is over and its passengers get their outcome. */
    private void end(K key, Flight<T> flight, Supplier<Runnable> store, Runnable land) {
        List<Runnable> tell = new ArrayList<>(1);
        try {
            aloft.computeIfPresent(key, (sameKey, current) -> {
                if (current != flight) {
                    return current;
                }
                tell.add(store.get());
                return null;
            });
            tell.forEach(Runnable::run);
        } finally {
            aloft.remove(key, flight);
            land.run();
        }
    }
}
