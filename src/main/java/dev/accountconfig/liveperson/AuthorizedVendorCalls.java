package dev.accountconfig.liveperson;

import io.smallrye.mutiny.Uni;

/** Signs every call, and once more after a fresh sign-in where the vendor no longer knows the session (contract 5). */
public final class AuthorizedVendorCalls implements VendorCalls {
    private final VendorCalls inner;
    private final Sessions sessions;

    public AuthorizedVendorCalls(VendorCalls inner, Sessions sessions) {
        this.inner = inner;
        this.sessions = sessions;
    }

    @Override
    public Uni<VendorAnswer> send(VendorCall call) {
        return sessions.current(call.account())
                .chain(session -> sendAs(session, call)
                        .onFailure(AuthorizedVendorCalls::unauthorized)
                        .recoverWithUni(
                                () -> sessions.renew(call.account(), session).chain(fresh -> sendAs(fresh, call))));
    }

    private Uni<VendorAnswer> sendAs(Session session, VendorCall call) {
        return inner.send(call.as(session.authorization()));
    }

    private static boolean unauthorized(Throwable failure) {
        return failure instanceof VendorFailure known && known.kind() == VendorFailure.Kind.UNAUTHORIZED;
    }
}
