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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Puts together who may ask: the callers of the settings, the keys of the files, and whose tokens are believed. */
final class Access {
    /** With the issuer, at the start: about what the start takes by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AccessSettings settings;
    private final AccessRules rules;

    /** Where keys are read. */
    record Sources(AccessFiles files, Issuers issuers) {}

    private Access(AccessSettings settings, AccessRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    static Access of(AccessSettings settings, Set<AccountId> served) {
        return new Access(settings, new AccessRules(settings, served));
    }

    /** @throws SettingsException naming the key */
    Callers callers(Surroundings surroundings, InstantSource clock, Sources sources, ServedCertificates certificates) {
        if (rules.areOpen()) {
            return Callers.everybody();
        }
        LongSupplier ticker = surroundings.ticker()::read;
        List<Enrolment> enrolments = rules.enrolments(ticker);
        requireAuthorities(enrolments, certificates);
        Optional<Tokens> tokens = rules.tokens().map(believed -> tokens(believed, clock, sources, ticker));
        Callers callers = enrolled(enrolments, tokens);
        settings.keysFile().ifPresent(file -> sources.files.keysOf(callers, file));
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

    private Tokens tokens(TokenRules believed, InstantSource clock, Sources sources, LongSupplier ticker) {
        IssuerKeys issuer = new IssuerKeys();
        Optional<URI> address = rules.issuerAddress();
        if (address.isEmpty()) {
            sources.files.keysOf(issuer, Path.of(settings.jwt().keys().orElseThrow()));
            return new Tokens(believed, issuer, clock, () -> {});
        }
        PublishedKeys published = sources.issuers.at(address.get(), issuer, ticker);
        published.begin(PATIENCE);
        return new Tokens(believed, issuer, clock, published::wish);
    }
}
