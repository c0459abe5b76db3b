package dev.accountconfig;

import dev.accountconfig.access.Callers;
import dev.accountconfig.access.Enrolment;
import dev.accountconfig.access.IssuerKeys;
import dev.accountconfig.access.TokenRules;
import dev.accountconfig.access.Tokens;
import dev.accountconfig.access.UnfitException;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Puts together who may ask: the callers of the settings, the keys of the files, and whose tokens are believed. */
final class Access {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final AccessSettings settings;
    private final AccessRules rules;

    private Access(AccessSettings settings, AccessRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    static Access of(AccessSettings settings, Set<AccountId> served) {
        return new Access(settings, new AccessRules(settings, served));
    }

    /** @throws SettingsException naming the key */
    Callers callers(
            Surroundings surroundings, InstantSource clock, AccessFiles files, ServedCertificates certificates) {
        if (rules.areOpen()) {
            return Callers.everybody();
        }
        LongSupplier ticker = surroundings.ticker()::read;
        List<Enrolment> enrolments = rules.enrolments(ticker);
        requireAuthorities(enrolments, certificates);
        Optional<Tokens> tokens = rules.tokens().map(believed -> tokens(believed, clock, files, ticker));
        Callers callers = enrolled(enrolments, tokens);
        settings.keysFile().ifPresent(file -> files.keysOf(callers, file));
        return callers;
    }

    private static Callers enrolled(List<Enrolment> enrolments, Optional<Tokens> tokens) {
        try {
            return Callers.of(enrolments, tokens);
        } catch (UnfitException unfit) {
            throw new SettingsException("access.callers", "has a .certificate that " + unfit.getMessage());
        }
    }

    /** By Java's own list of authorities, anybody who buys a certificate of that name would be the caller. */
    private static void requireAuthorities(List<Enrolment> enrolments, ServedCertificates certificates) {
        enrolments.stream()
                .filter(enrolment -> enrolment.certificate().isPresent())
                .filter(enrolment -> !certificates.chooseAuthorities())
                .findFirst()
                .ifPresent(enrolment -> {
                    throw new SettingsException(
                            AccessRules.key(enrolment.caller().name()) + ".certificate",
                            "needs a TLS configuration with a trust store of its own, named by "
                                    + ServedCertificates.NAME);
                });
    }

    private Tokens tokens(TokenRules believed, InstantSource clock, AccessFiles files, LongSupplier ticker) {
        IssuerKeys issuer = new IssuerKeys();
        String source = settings.jwt().keys().orElseThrow();
        if (!source.contains("://")) {
            files.keysOf(issuer, Path.of(source));
            return new Tokens(believed, issuer, clock, () -> {});
        }
        PublishedKeys published = new PublishedKeys(issuer, address(source), World.issuers(), ticker);
        published.begin();
        return new Tokens(believed, issuer, clock, published::wish);
    }

    /** Whoever could change the keys on their way could sign in as anybody. */
    private static URI address(String source) {
        URI address = URI.create(source);
        boolean safe = "https".equals(address.getScheme()) || isLoopback(address);
        if (!safe) {
            throw new SettingsException("access.jwt.keys", "must be a file or an https address");
        }
        return address;
    }

    private static boolean isLoopback(URI address) {
        return "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
    }
}
