package dev.accountconfig.api;

import dev.accountconfig.schedule.AccountId;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where callers are not told apart, whoever signs in is let in, and nobody looks at what was handed out. */
public final class OpenSignIn implements FaceSignIn {
    /** As in the vendor's sample (contract 5). */
    private static final Duration LIFETIME = Duration.ofHours(8);

    private static final int LONG = 32;
    private static final int SHORT = 16;

    private final RandomGenerator random;

    /** @param random which nobody can foresee */
    public OpenSignIn(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Optional<Granted> signIn(AccountId account, Claim claim) {
        return Optional.of(new Granted(hex(LONG), hex(LONG), hex(SHORT), LIFETIME));
    }

    @Override
    public boolean refresh(AccountId account, String csrf) {
        return true;
    }

    @Override
    public boolean end(AccountId account, String csrf) {
        return true;
    }

    private String hex(int bytes) {
        byte[] token = new byte[bytes];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}
