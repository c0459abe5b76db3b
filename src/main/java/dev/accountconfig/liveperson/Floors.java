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
    private record Floor(@Nullable BigInteger revision, long raised) {
        Floor noLowerThan(@Nullable BigInteger other) {
            boolean higher = revision != null && (other == null || revision.compareTo(other) >= 0);
            return higher ? this : new Floor(other, raised);
        }
    }

    public Floors(Ticker ticker) {
        this.ticker = ticker;
    }

    /** A change was made, or perhaps; of one that nobody knows, what was reached before still holds. */
    void raise(AccountId account, ItemKind kind, @Nullable String revision) {
        Floor raised = new Floor(number(revision), ticker.read());
        floors.merge(new Key(account, kind), raised, (former, next) -> next.noLowerThan(former.revision));
        floors.put(new Key(account, ItemKind.ACCOUNT), new Floor(null, ticker.read()));
    }

    /** The written-to host is there already: readers may have seen it, and must not be led back. */
    void saw(AccountId account, ItemKind kind, @Nullable String revision) {
        long whileOver = ticker.read() - GRACE.toNanos();
        floors.compute(
                new Key(account, kind),
                (sameKey, floor) -> (floor == null || forgotten(floor) ? new Floor(null, whileOver) : floor)
                        .noLowerThan(number(revision)));
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

    /**
     * Whether an answer of the read-only host may be older than the last change. The floor stands even after it was reached:
     * there may be several read-only hosts behind one name.
     *
     * @param revision null where the answer named none, which proves nothing
     */
    boolean lags(AccountId account, ItemKind kind, @Nullable String revision) {
        Key key = new Key(account, kind);
        Floor floor = floors.get(key);
        if (floor == null || floor.revision == null) {
            return false;
        }
        if (forgotten(floor)) {
            floors.remove(key, floor);
            return false;
        }
        return below(floor.revision, number(revision));
    }

    private static boolean below(BigInteger floor, @Nullable BigInteger answered) {
        return answered == null || answered.compareTo(floor) < 0;
    }

    private static @Nullable BigInteger number(@Nullable String revision) {
        return revision == null ? null : new BigInteger(revision);
    }

    private boolean forgotten(Floor floor) {
        return age(floor).compareTo(FORGOTTEN) >= 0;
    }

    private Duration age(Floor floor) {
        return Duration.ofNanos(ticker.read() - floor.raised);
    }
}
