package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Flights;
import dev.accountconfig.cache.HoldDown;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Finding;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One session an account, shared by all calls: the vendor ends a user's session when the same user signs in again
 * (contract 5), so concurrent sign-ins would defeat each other. A session that is due is used on, while the next one is
 * fetched behind its users' backs; where that fails, it is used until it is over.
 */
public final class Sessions {
    /** A flight always ends, whatever is injected; a look-up and a sign-in take no longer than this. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Four a minute at most, so that two of the six that are allowed are left for sessions that are really over. */
    private static final Duration DOUBTED_EVERY = Duration.ofSeconds(15);

    private final SignIn signIn;
    private final Surroundings surroundings;
    private final VendorListener listener;
    private final Flights<AccountId, Session> flights = new Flights<>();
    private final ConcurrentHashMap<AccountId, Session> sessions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<AccountId, HoldDown> held = new ConcurrentHashMap<>();

    public Sessions(SignIn signIn, Surroundings surroundings, VendorListener listener) {
        this.signIn = signIn;
        this.surroundings = surroundings;
        this.listener = listener;
    }

    /** The session in use, or a new one; however many ask, there is one sign-in. */
    Uni<Session> current(AccountId account) {
        Session session = sessions.get(account);
        if (session == null || session.isOver(now())) {
            return flights.join(account, signInTo(account)).outcome();
        }
        lookAfter(account, session);
        return Uni.createFrom().item(session);
    }

    /** The vendor does not know it any more. */
    void forget(AccountId account, Session rejected) {
        sessions.computeIfPresent(account, (same, session) -> session == rejected ? null : session);
    }

    /**
     * So it is said to an address that a caller made up, which may be all that is wrong: a young session is not given up for
     * that, or whoever invents addresses would have us sign in for each of them.
     */
    void doubt(AccountId account, Session rejected) {
        if (rejected.age(now()).compareTo(DOUBTED_EVERY) >= 0) {
            forget(account, rejected);
        }
    }

    /** The vendor does not accept what it did not lend: as a sign-in that was refused, once however many were turned down. */
    void hold(AccountId account, Session rejected, VendorFailure failure) {
        sessions.computeIfPresent(account, (same, session) -> {
            if (session != rejected) {
                return session;
            }
            crash(account, failure).run();
            return null;
        });
    }

    /** The vendor let a call in: whatever it had against a pass of ours is over. */
    void proved(AccountId account, Session session) {
        if (!session.pass().lent() && sessions.get(account) == session) {
            held.remove(account);
        }
    }

    /**
     * There are other credentials. What the vendor lent is used on until it ends; what it was against is forgotten, and a
     * sign-in with the former ones that is still under way changes nothing any more.
     */
    public void credentialsChanged(AccountId account) {
        flights.overtake(account, () -> {
            held.remove(account);
            sessions.computeIfPresent(account, (same, session) -> session.pass().lent() ? session : null);
        });
    }

    /** Gives back what the vendor lent, as far as it listens for so long; after the last call. */
    public void end(Duration patience) {
        List<Uni<Void>> farewells = sessions.values().stream()
                .filter(session -> !session.isOver(now()))
                .map(session -> session.keeper().giveBack().onFailure().recoverWithNull())
                .toList();
        sessions.clear();
        if (!farewells.isEmpty()) {
            Uni.join()
                    .all(farewells)
                    .andCollectFailures()
                    .replaceWithVoid()
                    .ifNoItem()
                    .after(patience)
                    .on(surroundings.timer())
                    .fail()
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }

    /** Accounts whose sign-in failed and is not tried again yet; for metrics. */
    public long heldDown() {
        return held.values().stream().filter(hold -> hold.holds(now())).count();
    }

    /** Until a sign-in that failed is tried again; zero where it is not held down. For operators. */
    public Duration heldFor(AccountId account) {
        return held.getOrDefault(account, HoldDown.NONE).remaining(now());
    }

    /** What the vendor has against signing in to an account; empty where nothing is known against it. */
    public Optional<Finding> finding(AccountId account) {
        return hold(account).cause() instanceof OriginFailure known
                ? SignInFinding.of(known, signIn.words(account))
                : Optional.empty();
    }

    private void lookAfter(AccountId account, Session session) {
        long now = now();
        if (session.isDue(now) && !hold(account).holds(now)) {
            Flights.Ticket<Session> unused = flights.join(account, signInTo(account));
        } else if (session.isProlongedBy(now)) {
            prolong(account, session);
        }
    }

    /** Any other failure than "unknown" says nothing about the session. */
    private void prolong(AccountId account, Session session) {
        session.keeper().prolong().subscribe().with(done -> {}, failure -> {
            if (failure instanceof VendorFailure known && known.kind() == VendorFailure.Kind.UNAUTHORIZED) {
                forget(account, session);
            }
        });
    }

    private Flights.Route<Session> signInTo(AccountId account) {
        return new Flights.Route<>(
                () -> depart(account), session -> land(account, session), failure -> crash(account, failure));
    }

    /** Looks again: another sign-in may just have landed. */
    private Uni<Session> depart(AccountId account) {
        Session session = sessions.get(account);
        return session == null || session.isDue(now())
                ? signInUnlessHeldDown(account)
                : Uni.createFrom().item(session);
    }

    private Uni<Session> signInUnlessHeldDown(AccountId account) {
        HoldDown hold = hold(account);
        return hold.holds(now()) ? Uni.createFrom().failure(hold::cause) : signInAnew(account);
    }

    private Uni<Session> signInAnew(AccountId account) {
        return signIn.to(account)
                .ifNoItem()
                .after(DEADLINE)
                .on(surroundings.timer())
                .failWith(() -> new VendorFailure(
                                VendorFailure.Kind.TIMED_OUT, "took longer than " + DEADLINE.toSeconds() + " s")
                        .at(VendorFailure.Stage.SIGN_IN))
                .map(granted -> new Session(granted, now()));
    }

    /** What is our own was not asked for: whether it is any good shows when it is {@linkplain #proved used}. */
    private Runnable land(AccountId account, Session session) {
        if (session == sessions.put(account, session) || !session.pass().lent()) {
            return () -> {};
        }
        held.remove(account);
        return () -> listener.signedIn(account);
    }

    private Runnable crash(AccountId account, Throwable failure) {
        HoldDown before = hold(account);
        if (before.cause() == failure) {
            return () -> {};
        }
        held.put(account, before.after(failure, now(), VendorRetries.OF_SIGN_INS, surroundings.chance()));
        return () -> {
            if (failure instanceof VendorFailure known) {
                listener.signInFailed(account, known.kind());
            }
        };
    }

    private HoldDown hold(AccountId account) {
        return held.getOrDefault(account, HoldDown.NONE);
    }

    private long now() {
        return surroundings.ticker().read();
    }
}
