package dev.accountconfig.access;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes a key for a caller, and shows it this once; only its SHA-256 is kept, in the file of {@code access.keys-file}. */
public final class NewKey {
    /** Told apart from other secrets by people, and by programs that look for secrets where none should be. */
    private static final String PREFIX = "acp_";

    private static final int BYTES = 32;

    /** As in a line of the file, and in an environment variable. */
    static final Pattern CALLER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private NewKey() {}

    public static void main(String[] arguments) {
        print(arguments, new SecureRandom(), System.out);
    }

    static void print(String[] arguments, RandomGenerator random, PrintStream out) {
        if (arguments.length != 1 || !isName(arguments[0])) {
            throw new IllegalArgumentException("usage: <caller>, 1 to 64 letters, digits or . _ -");
        }
        String key = key(random);
        out.println("key, shown once:             " + key);
        out.println("line for access.keys-file:   " + arguments[0] + " "
                + Fingerprint.of(key).hex());
    }

    static String key(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a caller may be called so. */
    public static boolean isName(String name) {
        return CALLER.matcher(name).matches();
    }
}
