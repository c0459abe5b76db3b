package dev.accountconfig.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who may ask. A key or a token, where one is presented, decides alone; a certificate counts where nothing else is
 * said. Asked on every request; nothing here waits for anything.
 */
public final class Callers {
    private final Map<String, Caller> byName = new HashMap<>();
    private final Map<String, Caller> byTokenName = new HashMap<>();
    private final Set<String> onlyByKey = new TreeSet<>();
    private final Certificates certificates;
    private final Optional<Tokens> tokens;
    private final boolean open;
    private volatile KeyRing keys = KeyRing.empty();

    private Callers(List<Enrolment> enrolments, Optional<Tokens> tokens, boolean open) {
        this.certificates = new Certificates(enrolments);
        this.tokens = tokens;
        this.open = open;
        for (Enrolment enrolment : enrolments) {
            byName.put(enrolment.caller().name(), enrolment.caller());
            if (enrolment.certificate().isEmpty() && enrolment.tokenName().isEmpty()) {
                onlyByKey.add(enrolment.caller().name());
            }
            enrolment.tokenName().ifPresent(name -> byTokenName.put(name, enrolment.caller()));
        }
    }

    /** Nobody is told apart, and everybody may everything. */
    public static Callers everybody() {
        return new Callers(List.of(), Optional.empty(), true);
    }

    /** Nobody but one, who may read everything with that key. */
    public static Callers only(String name, String key, LongSupplier ticker) {
        Caller one = new Caller(name, Accounts.every(), Set.of(Verb.READ), Allowance.of(Integer.MAX_VALUE, ticker));
        Callers callers = of(List.of(new Enrolment(one, Optional.empty(), Optional.empty())), Optional.empty());
        callers.renewKeys(List.of(name + ' ' + Fingerprint.of(key).hex()));
        return callers;
    }

    /** @throws UnfitException where a certificate is none */
    public static Callers of(List<Enrolment> enrolments, Optional<Tokens> tokens) {
        return new Callers(enrolments, tokens, false);
    }

    public boolean areEverybody() {
        return open;
    }

    /** Whether it is worth looking at the certificate of a connection. */
    public boolean knowCertificates() {
        return !certificates.areNone();
    }

    /** Whether that names a certificate by its subject, which is worth what those are who may certify it. */
    public static boolean isSubject(String certificate) {
        return !Certificates.isFingerprint(certificate);
    }

    /**
     * From now on these keys and no others.
     *
     * @param lines {@code caller sha256}, empty, or a comment that begins with #
     * @throws UnfitException naming the line at fault; the keys before stay in force
     */
    public void renewKeys(List<String> lines) {
        keys = KeyRing.of(lines, byName.keySet());
    }

    /** Those who have no key at present, and neither a certificate nor a token. */
    public Set<String> withoutAnything() {
        KeyRing present = keys;
        Set<String> without = new TreeSet<>(onlyByKey);
        without.removeIf(present::knows);
        return without;
    }

    /** @return empty for whoever is not known, presents nothing, or presents more than one can be */
    public Optional<Caller> identify(Presented presented) {
        if (open) {
            return Optional.of(Caller.ANYBODY);
        }
        Credential credential = Credential.of(presented);
        if (credential != null) {
            return credential.isNobodys() ? Optional.empty() : identify(credential);
        }
        return Optional.ofNullable(presented.certificate()).flatMap(certificates::find);
    }

    /**
     * The same at a glance, for keys and for tokens that were believed before.
     *
     * @return null for whoever takes a longer look
     */
    public @Nullable Caller recognise(Presented presented) {
        if (open) {
            return Caller.ANYBODY;
        }
        Credential credential = Credential.of(presented);
        return credential == null || credential.isNobodys() ? null : recognise(credential.fingerprint());
    }

    private @Nullable Caller recognise(Fingerprint print) {
        KeyRing.Held held = keys.find(print);
        return held != null
                ? byName.get(held.caller())
                : tokens.flatMap(some -> some.known(print))
                        .map(byTokenName::get)
                        .orElse(null);
    }

    private Optional<Caller> identify(Credential credential) {
        Fingerprint print = credential.fingerprint();
        Caller known = recognise(print);
        return known != null
                ? Optional.of(known)
                : tokens.flatMap(some -> some.verified(credential.secret(), print))
                        .map(byTokenName::get);
    }

    private Optional<Caller> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A caller that signs in by its name and one of its keys, and what it is known by until that key is gone. */
    public Optional<SignedIn> signIn(String name, String key) {
        return Optional.ofNullable(keys.find(Fingerprint.of(key)))
                .filter(held -> held.caller().equals(name))
                .flatMap(held -> named(name).map(caller -> SignedIn.of(caller, held)));
    }

    /** @param csrf as it was told at the sign-in */
    public Optional<Caller> inSession(String csrf) {
        try {
            return keys.findSession(Fingerprint.parse(csrf)).flatMap(held -> named(held.caller()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Needs no memory: both words follow from the key, on every replica alike. */
    public record SignedIn(Caller caller, String csrf, String sessionId) {
        /** As in the vendor's sample (contract 5); the key itself is what lasts. */
        public static final Duration LIFETIME = Duration.ofHours(8);

        private static final int SHORT = 32;

        private static SignedIn of(Caller caller, KeyRing.Held held) {
            String sessionId = held.key().derived("session").hex().substring(0, SHORT);
            return new SignedIn(caller, held.session().hex(), sessionId);
        }

        @Override
        public String toString() {
            return "SignedIn[...]";
        }
    }
}
