package dev.accountconfig.cache;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key. The only state machine of the cache; its state is derived from age, never stored.
 *
 * <pre>
 *                       answer                            age &ge; fresh                staleness &ge; stale-while-revalidate
 *   {@link Unknown} ------------&gt; {@link Present}: FRESH -----------&gt; STALE_SERVABLE ---------------&gt; STALE_IF_ERROR
 *   (EXPIRED)                     ^                        |                                  |
 *      |                          +---- any landing -------+----------------------------------+
 *      |  absent                                                                              | staleness &ge; stale-if-error
 *      +--------&gt; {@link Absent}: NEGATIVE ---- age &ge; negative ----&gt; EXPIRED &lt;----------------+
 * </pre>
 *
 * Staleness is age beyond freshness. A landing leads from any state to FRESH or NEGATIVE. A value from an earlier life of the
 * process begins stale, whatever its age.
 */
sealed interface Entry<V> {
    /** After this many confirmations in a row the whole value is asked for: the counter may not mean what we think. */
    int CONFIRMATIONS_BEFORE_FULL = 19;

    Phase phase(long now, Lifetime lifetime);

    /**
     * Nanoseconds until the entry stops being fresh; negative by how many it has stopped. A number, like the age: both are asked
     * on every hit.
     */
    long ttl(long now, Lifetime lifetime);

    /** In nanoseconds. */
    long age(long now);

    default @Nullable V held() {
        return null;
    }

    default Optional<V> value() {
        return Optional.ofNullable(held());
    }

    default Optional<Held<V>> whole() {
        return value().map(value -> new Held<>(value, revision()));
    }

    /** As the origin last named it; null where it named none. */
    default @Nullable String revision() {
        return null;
    }

    /** The revision to revalidate with, or null to ask for everything. */
    default @Nullable String revisionToAsk() {
        return null;
    }

    /** The entry as one that is served only where the origin fails. */
    Entry<V> distrusted(long now, Lifetime lifetime);

    /** The entry once believed no longer than now. */
    Entry<V> doubted(long now);

    /** Lets the entry outlive the process, as far as it is one that can. */
    <K> void keepIn(LastKnownGood<K, V> lastKnownGood, K key);

    /** Empty where the value is older than any that would be served. */
    static <V> Optional<Entry<V>> restored(Kept<?, V> kept, long now, Lifetime lifetime, Chance chance) {
        Duration fresh = lifetime.freshOnce(chance);
        Duration staleness = kept.age().minus(fresh);
        if (lifetime.isOver(staleness)) {
            return Optional.empty();
        }
        return Optional.of(
                new Present<>(kept.value(), kept.revision(), now - kept.age().toNanos(), fresh, 0));
    }

    /** Told just now, by something else than an answer to a question. */
    static <V> Entry<V> known(Held<V> held, long now, Duration fresh) {
        return new Present<>(held.value(), held.revision(), now, fresh, 0);
    }

    record Unknown<V>() implements Entry<V> {
        @Override
        public Phase phase(long now, Lifetime lifetime) {
            return Phase.EXPIRED;
        }

        @Override
        public long ttl(long now, Lifetime lifetime) {
            return 0;
        }

        @Override
        public long age(long now) {
            return 0;
        }

        @Override
        public Entry<V> distrusted(long now, Lifetime lifetime) {
            return this;
        }

        @Override
        public Entry<V> doubted(long now) {
            return this;
        }

        @Override
        public <K> void keepIn(LastKnownGood<K, V> lastKnownGood, K key) {}
    }

    /** @param since reading of the ticker when the origin said so */
    record Absent<V>(long since) implements Entry<V> {
        @Override
        public Phase phase(long now, Lifetime lifetime) {
            return ttl(now, lifetime) > 0 ? Phase.NEGATIVE : Phase.EXPIRED;
        }

        @Override
        public long ttl(long now, Lifetime lifetime) {
            return lifetime.negative().toNanos() - age(now);
        }

        @Override
        public long age(long now) {
            return now - since;
        }

        @Override
        public Entry<V> distrusted(long now, Lifetime lifetime) {
            return new Unknown<>();
        }

        @Override
        public Entry<V> doubted(long now) {
            return new Unknown<>();
        }

        /** An absence is believed for half a minute at most; it leaves nothing that could be served. */
        @Override
        public <K> void keepIn(LastKnownGood<K, V> lastKnownGood, K key) {
            lastKnownGood.forget(key);
        }
    }

    /**
     * @param since reading of the ticker when the origin last sent or confirmed the value
     * @param fresh with this entry's own jitter
     * @param confirmations in a row that brought no value
     */
    record Present<V>(V held, @Nullable String revision, long since, Duration fresh, int confirmations)
            implements Entry<V> {
        @Override
        public Phase phase(long now, Lifetime lifetime) {
            long staleness = age(now) - fresh.toNanos();
            return staleness < 0 ? Phase.FRESH : lifetime.ofStaleness(staleness);
        }

        @Override
        public long ttl(long now, Lifetime lifetime) {
            return fresh.toNanos() - age(now);
        }

        @Override
        public long age(long now) {
            return now - since;
        }

        @Override
        public @Nullable String revisionToAsk() {
            return confirmations < CONFIRMATIONS_BEFORE_FULL ? revision : null;
        }

        /**
         * Freshness ended so long ago that only stale-if-error is left; and the whole is to be asked for, since a counter
         * that did not move would confirm what was changed.
         */
        @Override
        public Entry<V> distrusted(long now, Lifetime lifetime) {
            Duration ended = Duration.ofNanos(age(now)).minus(lifetime.staleWhileRevalidate());
            Duration believed = ended.compareTo(fresh) < 0 ? ended : fresh;
            return new Present<>(held, revision, since, believed, CONFIRMATIONS_BEFORE_FULL);
        }

        @Override
        public Entry<V> doubted(long now) {
            Duration age = Duration.ofNanos(age(now));
            return age.compareTo(fresh) < 0 ? new Present<>(held, revision, since, age, confirmations) : this;
        }

        @Override
        public <K> void keepIn(LastKnownGood<K, V> lastKnownGood, K key) {
            lastKnownGood.keep(key, held, revision);
        }

        Entry<V> confirmed(@Nullable String repeated, long now, Duration freshOnce) {
            return new Present<>(held, repeated == null ? revision : repeated, now, freshOnce, confirmations + 1);
        }

        /** Keeps the held object where it is equal, so that what was derived from it stays valid. */
        Entry<V> resent(Answer.Found<V> found, long now, Duration freshOnce) {
            return new Present<>(held, found.revision(), now, freshOnce, 0);
        }
    }
}
