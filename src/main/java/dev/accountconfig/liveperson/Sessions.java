package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Flights;
import dev.accountconfig.cache.HoldDown;
import dev.accountconfig.cache.Pauses;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One session an account, shared by all calls: the vendor ends a user's session when the same user signs in again
 * (contract 5), so concurrent sign-ins would defeat each other.
 */
public final class Sessions {
    /** Three tries, then five minutes of rest: guessing on would lock the vendor's user out. */
    private static final Pauses AFTER_REFUSAL =
            new Pauses(List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(5)));

    /** Blocked by the vendor's support (451): there is no retrying, only calling them (contract 7). */
    private static final Pauses AFTER_BLOCK = new Pauses(List.of(Duration.ofDays(1)));

    /** A flight always ends, whatever is injected; a look-up and a sign-in take no longer than this. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final SignIn signIn;
    private final Surroundings surroundings;
    private final VendorListener listener;
    private final Flights<AccountId, Session> flights = new Flights<>();
    private final ConcurrentHashMap<AccountId, Session> sessions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<AccountId, HoldDown> held = new ConcurrentHashMap<>();

    /** Asks the vendor for a session. */
    @FunctionalInterface
    public interface SignIn {
        /** @return fails with a {@link VendorFailure} or an {@code OriginFailure} where there is none to be had */
        Uni<Granted> to(AccountId account);
    }

    /** @param lifetime as the vendor stated it */
    public record Granted(Secret bearer, Duration lifetime) {}

    public Sessions(SignIn signIn, Surroundings surroundings, VendorListener listener) {
        this.signIn = signIn;
        this.surroundings = surroundings;
        this.listener = listener;
    }

    /** The session in use, or a new one; however many ask, there is one sign-in. */
    Uni<Session> current(AccountId account) {
        return alive(account)
                .map(session -> Uni.createFrom().item(session))
                .orElseGet(() -> flights.join(account, signInTo(account)).outcome());
    }

    /** Another session than the one that the vendor rejected. */
    Uni<Session> renew(AccountId account, Session rejected) {
        sessions.remove(account, rejected);
        return current(account);
    }

    private Flights.Route<Session> signInTo(AccountId account) {
        return new Flights.Route<>(
                () -> depart(account), session -> land(account, session), failure -> crash(account, failure));
    }

    /** Looks again: another sign-in may just have landed. */
    private Uni<Session> depart(AccountId account) {
        return alive(account)
                .map(session -> Uni.createFrom().item(session))
                .orElseGet(() -> signInUnlessHeldDown(account));
    }

    private Uni<Session> signInUnlessHeldDown(AccountId account) {
        HoldDown hold = held.getOrDefault(account, HoldDown.NONE);
        return hold.holds(now()) ? Uni.createFrom().failure(hold::cause) : signInAnew(account);
    }

    private Optional<Session> alive(AccountId account) {
        return Optional.ofNullable(sessions.get(account)).filter(session -> session.ends() - now() > 0);
    }

    private Uni<Session> signInAnew(AccountId account) {
        return signIn.to(account)
                .ifNoItem()
                .after(DEADLINE)
                .on(surroundings.timer())
                .failWith(() -> new VendorFailure(
                        VendorFailure.Kind.TIMED_OUT, "took longer than " + DEADLINE.toSeconds() + " s to sign in"))
                .map(granted -> session(granted));
    }

    /** Given up a tenth before its end, so that no call is sent with a session that dies on the way. */
    private Session session(Granted granted) {
        return new Session(granted.bearer(), now() + granted.lifetime().toNanos() / 10 * 9);
    }

    private Runnable land(AccountId account, Session session) {
        if (session.equals(sessions.put(account, session))) {
            return () -> {};
        }
        held.remove(account);
        return () -> listener.signedIn(account);
    }

    private Runnable crash(AccountId account, Throwable failure) {
        HoldDown before = held.getOrDefault(account, HoldDown.NONE);
        if (before.cause() == failure) {
            return () -> {};
        }
        held.put(account, before.after(failure, now(), pauses(failure), surroundings.chance()));
        return () -> {
            if (failure instanceof VendorFailure known) {
                listener.signInFailed(account, known.kind());
            }
        };
    }

    private static Pauses pauses(Throwable failure) {
        if (!(failure instanceof VendorFailure known) || known.kind().unhealthy()) {
            return Pauses.ofTheVendor();
        }
        return known.kind() == VendorFailure.Kind.BLOCKED ? AFTER_BLOCK : AFTER_REFUSAL;
    }

    private long now() {
        return surroundings.ticker().read();
    }
}
