package dev.accountconfig.cache;

import dev.accountconfig.cache.Written.Aftermath;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes that go past a cache, which does not know what they say, so that whoever reads after one was answered reads
 * nothing older. One write of a key at a time; {@link WriteThrough} decides changes itself.
 *
 * <p>Where the origin does not answer afterwards, the write is answered all the same: the held value is not believed by then.
 */
public final class WriteAround<K> {
    private final Turns<K> turns;
    private final Consumer<K> distrust;
    private final Function<K, Uni<Void>> latest;

    WriteAround(Turns<K> turns, Consumer<K> distrust, Function<K, Uni<Void>> latest) {
        this.turns = turns;
        this.distrust = distrust;
        this.latest = latest;
    }

    /** @param besides told when what else is held must not be believed any longer */
    public static <K> WriteAround<K> of(StaleCache<K, ?> cache, Consumer<K> besides) {
        return of(cache, new Turns<>(), besides);
    }

    static <K> WriteAround<K> of(StaleCache<K, ?> cache, Turns<K> turns, Consumer<K> besides) {
        return new WriteAround<>(
                turns,
                key -> {
                    besides.accept(key);
                    cache.distrust(key);
                },
                key -> cache.latest(key)
                        .replaceWithVoid()
                        .onFailure(OriginFailure.class)
                        .recoverWithItem(() -> {
                            cache.invalidate(key);
                            return null;
                        }));
    }

    /** Where nothing is to be asked for again. */
    public static <K> WriteAround<K> only(Consumer<K> distrust) {
        return new WriteAround<>(
                new Turns<>(), distrust, key -> Uni.createFrom().voidItem());
    }

    /**
     * Goes on to its end even if nobody waits for it any longer.
     *
     * @param write called when its turn has come, once; what it fails with is the outcome, and unless that is a
     *     {@link ChangeFailure} which says otherwise, the write was perhaps made
     */
    public <R> Uni<R> send(K key, Supplier<Uni<Written<R>>> write) {
        return turns.take(key, () -> sent(key, write));
    }

    private <R> Uni<R> sent(K key, Supplier<Uni<Written<R>>> write) {
        return Uni.createFrom()
                .deferred(write::get)
                .onFailure(ChangeFailure::leavesOpen)
                .invoke(() -> distrust.accept(key))
                .chain(written -> after(key, written.aftermath()).replaceWith(written.answer()));
    }

    private Uni<Void> after(K key, Aftermath aftermath) {
        if (aftermath != Aftermath.NOTHING) {
            distrust.accept(key);
        }
        return aftermath == Aftermath.REFETCH
                ? latest.apply(key)
                : Uni.createFrom().voidItem();
    }
}
