package dev.accountconfig.liveperson;

import dev.accountconfig.liveperson.VendorFailure.Kind;
import io.smallrye.mutiny.Uni;

/**
 * Gives every call a pass, and sends it once more where the vendor no longer knows the session (contract 5), where it did
 * not like the moment of a signature, and where the pass was exchanged meanwhile.
 */
public final class AuthorizedVendorCalls implements VendorCalls {
    private final VendorCalls inner;
    private final Sessions sessions;
    private final boolean callersOwn;

    public AuthorizedVendorCalls(VendorCalls inner, Sessions sessions) {
        this(inner, sessions, false);
    }

    private AuthorizedVendorCalls(VendorCalls inner, Sessions sessions, boolean callersOwn) {
        this.inner = inner;
        this.sessions = sessions;
        this.callersOwn = callersOwn;
    }

    /** For addresses that callers invent: what is said to such a call is not held against our key, nor at once against our session. */
    public static AuthorizedVendorCalls ofCallersOwn(VendorCalls inner, Sessions sessions) {
        return new AuthorizedVendorCalls(inner, sessions, true);
    }

    @Override
    public Uni<VendorAnswer> send(VendorCall call) {
        return sessions.current(call.account())
                .chain(session -> sendAs(session, call)
                        .onFailure(AuthorizedVendorCalls::ofTheMoment)
                        .recoverWithUni(() -> sendAs(session, call))
                        .onFailure(AuthorizedVendorCalls::unauthorized)
                        .recoverWithUni(failure -> sendAsAnother(session, call, (VendorFailure) failure)));
    }

    private Uni<VendorAnswer> sendAsAnother(Session rejected, VendorCall call, VendorFailure failure) {
        if (rejected.pass().lent() && callersOwn) {
            sessions.doubt(call.account(), rejected);
        } else if (rejected.pass().lent()) {
            sessions.forget(call.account(), rejected);
        } else if (failure.problem().isPresent() && !callersOwn) {
            sessions.hold(call.account(), rejected, failure.at(VendorFailure.Stage.SIGN_IN));
        }
        return sessions.current(call.account())
                .chain(other -> other == rejected ? Uni.createFrom().failure(failure) : sendAs(other, call));
    }

    private Uni<VendorAnswer> sendAs(Session session, VendorCall call) {
        return inner.send(call.as(session.pass()))
                .onItem()
                .invoke(() -> sessions.proved(call.account(), session))
                .onFailure(AuthorizedVendorCalls::recognized)
                .invoke(() -> sessions.proved(call.account(), session));
    }

    private static boolean ofTheMoment(Throwable failure) {
        return failure instanceof VendorFailure known
                && known.problem().filter(OAuthProblem::isOfTheMoment).isPresent();
    }

    private static boolean unauthorized(Throwable failure) {
        return failure instanceof VendorFailure known && known.kind() == Kind.UNAUTHORIZED;
    }

    /** The vendor knew who asked, and said no to something else. */
    private static boolean recognized(Throwable failure) {
        return failure instanceof VendorFailure known
                && switch (known.kind()) {
                    case FORBIDDEN, CONFLICT, REJECTED -> true;
                    case UNREACHABLE,
                            BROKEN,
                            TIMED_OUT,
                            THROTTLED,
                            FAILING,
                            GARBLED,
                            UNEXPECTED,
                            BREAKER_OPEN,
                            HELD_BACK,
                            UNAUTHORIZED,
                            BLOCKED -> false;
                };
    }
}
