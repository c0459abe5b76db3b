package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Ticker;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.ItemKind;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * After a change the read-only host may lag behind the host that was written to. What is older than the change must not be
 * read, so the written-to host is asked for a while, and after that whenever the other one answers with a revision below
 * that of the change. Whether revisions count as documented is not certain (contract 8.1), hence the while; and each
 * collection has its own, since they may count apart. What else is read of the account may show part of any. Thread-safe.
 */
public final class Floors {
    /** Longer than a replica should lag. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** A revision that the read-only host has not reached by then counts something else. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Ticker ticker;
    private final ConcurrentHashMap<Key, Floor> floors = new ConcurrentHashMap<>();

    private record Key(AccountId account, ItemKind kind) {}

    /** @param revision null where the vendor named none */
    private record Floor(@Nullable BigInteger revision, long raised) {}

    public Floors(Ticker ticker) {
        this.ticker = ticker;
    }

    /** A change was made, or perhaps. */
    void raise(AccountId account, ItemKind kind, @Nullable String revision) {
        floors.put(new Key(account, kind), new Floor(number(revision), ticker.read()));
        floors.put(new Key(account, ItemKind.ACCOUNT), new Floor(null, ticker.read()));
    }

    /** Whether the read-only host need not be asked for anything else of the account. */
    boolean mayLag(AccountId account) {
        return mayLag(account, ItemKind.ACCOUNT);
    }

    /** Whether the read-only host need not be asked at all. */
    boolean mayLag(AccountId account, ItemKind kind) {
        Floor floor = floors.get(new Key(account, kind));
        return floor != null && age(floor).compareTo(GRACE) < 0;
    }

    /** Whether an answer of the read-only host is older than the last change. */
    boolean lags(AccountId account, ItemKind kind, @Nullable String revision) {
        Floor floor = floors.get(new Key(account, kind));
        if (floor == null) {
            return false;
        }
        boolean below = floor.revision != null && below(floor.revision, number(revision));
        if (!below || age(floor).compareTo(FORGOTTEN) >= 0) {
            floors.remove(new Key(account, kind), floor);
            return false;
        }
        return true;
    }

    private static boolean below(BigInteger floor, @Nullable BigInteger answered) {
        return answered != null && answered.compareTo(floor) < 0;
    }

    private static @Nullable BigInteger number(@Nullable String revision) {
        return revision == null ? null : new BigInteger(revision);
    }

    private Duration age(Floor floor) {
        return Duration.ofNanos(ticker.read() - floor.raised);
    }
}
