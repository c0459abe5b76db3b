package dev.accountconfig.access;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Makes a key for a caller, and shows it this once, on standard error; what goes to standard output is the line for the file
 * of {@code access.keys-file}, which holds its SHA-256 alone.
 */
public final class NewKey {
    /** Told apart from other secrets by people, and by programs that look for secrets where none should be. */
    private static final String PREFIX = "acp_";

    private static final int BYTES = 32;

    /** As in a line of the file, and in an environment variable. */
    static final Pattern CALLER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private NewKey() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1 || !isName(arguments[0])) {
            System.err.println("usage: NewKey <caller>, whose name has 1 to 64 letters, digits or . _ -");
            System.exit(2);
        }
        print(arguments[0], new SecureRandom(), System.out, System.err);
    }

    /** @param seen where people look, and nothing is kept */
    static void print(String caller, RandomGenerator random, PrintStream kept, PrintStream seen) {
        String key = key(random);
        seen.println("key of " + caller + ", shown this once: " + key);
        kept.println(caller + " " + Fingerprint.of(key).hex());
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
