package dev.accountconfig.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** Callers by the certificates of their connections. Looked up once a connection, which hands in the same object each time. */
final class Certificates {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Map<Fingerprint, Caller> byFingerprint = new HashMap<>();
    private final Map<X500Principal, Caller> bySubject = new HashMap<>();

    private final Cache<X509Certificate, Optional<Caller>> known =
            Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();

    /** @throws UnfitException where one is neither, or two callers have the same */
    Certificates(List<Enrolment> enrolments) {
        for (Enrolment enrolment : enrolments) {
            enrolment.certificate().ifPresent(certificate -> add(certificate, enrolment.caller()));
        }
    }

    private void add(String certificate, Caller caller) {
        Caller other = isFingerprint(certificate)
                ? byFingerprint.put(Fingerprint.parse(plain(certificate)), caller)
                : bySubject.put(subject(certificate), caller);
        if (other != null) {
            throw new UnfitException("is the certificate of " + other + " too");
        }
    }

    static boolean isFingerprint(String certificate) {
        return SHA256.matcher(plain(certificate)).matches();
    }

    private static String plain(String certificate) {
        return certificate.replace(":", "").toLowerCase(Locale.ROOT);
    }

    private static X500Principal subject(String name) {
        try {
            return new X500Principal(name);
        } catch (IllegalArgumentException none) {
            throw new UnfitException("must be the SHA-256 of a certificate, or a name like CN=bot,O=Example");
        }
    }

    Optional<Caller> find(X509Certificate certificate) {
        Optional<Caller> caller = known.getIfPresent(certificate);
        if (caller == null) {
            caller = Optional.ofNullable(byFingerprint.get(fingerprint(certificate)))
                    .or(() -> Optional.ofNullable(bySubject.get(certificate.getSubjectX500Principal())));
            known.put(certificate, caller);
        }
        return caller;
    }

    private static Fingerprint fingerprint(X509Certificate certificate) {
        try {
            return Fingerprint.of(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible); // it came encoded
        }
    }
}
