package dev.accountconfig.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that are in force, by their SHA-256: nobody who reads them can ask with them. */
final class KeyRing {
    /** The present one, and the one before or after it: keys are changed without a moment in which none is good. */
    private static final int KEYS_A_CALLER = 2;

    /** What a script makes of a variable that is not set. */
    private static final Fingerprint OF_NOTHING = Fingerprint.of("");

    private final Map<Fingerprint, Held> keys;
    private final Map<Fingerprint, Held> sessions;

    /** @param session what a client of the vendor is told as its csrf token */
    record Held(String caller, Fingerprint key, Fingerprint session) {
        static Held of(String caller, Fingerprint key) {
            return new Held(caller, key, key.derived("csrf"));
        }
    }

    private KeyRing(Map<Fingerprint, Held> keys) {
        this.keys = Map.copyOf(keys);
        Map<Fingerprint, Held> sessions = new HashMap<>();
        keys.values().forEach(held -> sessions.put(held.session, held));
        this.sessions = Map.copyOf(sessions);
    }

    static KeyRing empty() {
        return new KeyRing(Map.of());
    }

    /**
     * @param lines {@code caller sha256}, empty, or a comment that begins with #
     * @throws UnfitException naming the line at fault
     */
    static KeyRing of(List<String> lines, Set<String> callers) {
        Map<Fingerprint, Held> keys = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Held held = held(line, number, callers);
            if (counts.merge(held.caller, 1, Integer::sum) > KEYS_A_CALLER) {
                throw unfit(number, "is a third key of " + held.caller + "; two are active at most");
            }
            if (keys.put(held.key, held) != null) {
                throw unfit(number, "has a key that an earlier line has");
            }
        }
        return new KeyRing(keys);
    }

    /** The line itself is not shown: somebody may have put the key into it instead of its hash. */
    private static Held held(String line, int number, Set<String> callers) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 2) {
            throw unfit(number, "is not a caller and the SHA-256 of its key");
        }
        if (!callers.contains(parts[0])) {
            throw unfit(number, "names no caller of access.callers");
        }
        Fingerprint key = fingerprint(parts[1], number);
        if (key.equals(OF_NOTHING)) {
            throw unfit(number, "has the SHA-256 of nothing, which is no key");
        }
        return Held.of(parts[0], key);
    }

    private static Fingerprint fingerprint(String hex, int number) {
        try {
            return Fingerprint.parse(hex);
        } catch (IllegalArgumentException none) {
            throw unfit(number, "has no SHA-256 in 64 hexadecimal digits");
        }
    }

    private static UnfitException unfit(int number, String words) {
        return new UnfitException("line " + number + " " + words);
    }

    @Nullable
    Held find(Fingerprint key) {
        return keys.get(key);
    }

    Optional<Held> findSession(Fingerprint session) {
        return Optional.ofNullable(sessions.get(session));
    }

    boolean knows(String caller) {
        return keys.values().stream().anyMatch(held -> held.caller.equals(caller));
    }
}
