package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Flights;
import dev.accountconfig.cache.HoldDown;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Finding;
import dev.accountconfig.schedule.ItemKind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One session an account, shared by all calls: the vendor ends a user's session when the same user signs in again
 * (contract 5), so concurrent sign-ins would defeat each other.
 */
public final class Sessions {
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
        HoldDown hold = held.getOrDefault(account, HoldDown.NONE);
        return hold.cause() instanceof OriginFailure known && known.reason() == OriginFailure.Reason.REFUSED
                ? Optional.of(refused(known))
                : Optional.empty();
    }

    private static Finding refused(OriginFailure failure) {
        return new Finding(
                Finding.Severity.ERROR,
                ItemKind.ACCOUNT,
                null,
                null,
                "LivePerson " + failure.getMessage() + ": what is shown here is what was known before.",
                advice(failure));
    }

    private static String advice(OriginFailure failure) {
        if (!(failure instanceof VendorFailure known) || known.stage() != VendorFailure.Stage.SIGN_IN) {
            return "Check the account and liveperson.allowed-hosts; this service asks again every few minutes.";
        }
        return known.kind() == VendorFailure.Kind.BLOCKED
                ? "Call LivePerson's support, and restart this service when they have lifted the block."
                : "Check the user and password of this service for the account; it tries again every few minutes.";
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
                                VendorFailure.Kind.TIMED_OUT, "took longer than " + DEADLINE.toSeconds() + " s")
                        .at(VendorFailure.Stage.SIGN_IN))
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
        held.put(account, before.after(failure, now(), VendorRetries.OF_SIGN_INS, surroundings.chance()));
        return () -> {
            if (failure instanceof VendorFailure known) {
                listener.signInFailed(account, known.kind());
            }
        };
    }

    private long now() {
        return surroundings.ticker().read();
    }
}
