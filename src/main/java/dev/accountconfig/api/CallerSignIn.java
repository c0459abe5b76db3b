package dev.accountconfig.api;

import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Callers;
import dev.accountconfig.access.Callers.SignedIn;
import dev.accountconfig.access.Guesses;
import dev.accountconfig.schedule.AccountId;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A client of LivePerson signs in as a caller: the name and a key, as user and password or as application and secret. The key
 * itself is the bearer, so there is nothing to remember: it works on every replica, and ends when the key does.
 */
public final class CallerSignIn implements FaceSignIn {
    private final Callers callers;
    private final Guesses guesses;

    public CallerSignIn(Callers callers, Guesses guesses) {
        this.callers = callers;
        this.guesses = guesses;
    }

    /**
     * The right key gets in however many wrong ones came before: nobody finds one of 256 bits by trying, but anybody could
     * else keep a caller out.
     *
     * @throws ProblemException where too many wrong ones came under that name
     */
    @Override
    public Optional<Granted> signIn(AccountId account, Claim claim) {
        Optional<SignedIn> signedIn = callers.signIn(claim.name(), claim.secret())
                .filter(known -> known.caller().has(account.value()));
        if (signedIn.isEmpty()) {
            countGuess(claim.name());
        }
        return signedIn.map(known -> new Granted(claim.secret(), known.csrf(), known.sessionId(), SignedIn.LIFETIME));
    }

    private void countGuess(String name) {
        Duration pause = guesses.count(name);
        if (!pause.isZero()) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many sign-ins of that name have failed.")
                    .asException(Map.of(HttpHeaders.RETRY_AFTER, Long.toString(WholeSeconds.of(pause))));
        }
    }

    @Override
    public boolean refresh(AccountId account, String csrf) {
        return callers.inSession(csrf).filter(caller -> has(caller, account)).isPresent();
    }

    /** There is nothing to be ended: a key ends when its line is gone. */
    @Override
    public boolean end(AccountId account, String csrf) {
        return refresh(account, csrf);
    }

    private static boolean has(Caller caller, AccountId account) {
        return caller.has(account.value());
    }
}
