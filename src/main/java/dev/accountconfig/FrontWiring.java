package dev.accountconfig;

import dev.accountconfig.access.Callers;
import dev.accountconfig.access.Guesses;
import dev.accountconfig.api.CallerSignIn;
import dev.accountconfig.api.FaceSignIn;
import dev.accountconfig.api.HeadLimits;
import dev.accountconfig.api.OpenSignIn;
import dev.accountconfig.api.Oversight;
import dev.accountconfig.api.PublicHost;
import dev.accountconfig.api.Rehearsal;
import dev.accountconfig.api.RenderedAnswers;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.metrics.BoundedLabels;
import dev.accountconfig.metrics.RenderedMeters;
import dev.accountconfig.metrics.RequestTimers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a caller meets before any resource: who he is, what a head may be, and the short way to an answer that is rendered. */
@Singleton
public class FrontWiring {
    private final Limits limits;
    private final CacheSettings cache;
    private final MeterRegistry registry;
    private final Surroundings surroundings;

    FrontWiring(Limits limits, CacheSettings cache, MeterRegistry registry, Surroundings surroundings) {
        this.limits = limits;
        this.cache = cache;
        this.registry = registry;
        this.surroundings = surroundings;
    }

    @Produces
    @Singleton
    Callers callers(
            AccessSettings access,
            InstantSource calendar,
            WatchedFiles watched,
            Issuers issuers,
            ServedCertificates served) {
        return Access.of(access, limits.credentials().keySet())
                .callers(surroundings, calendar, new Access.Sources(new AccessFiles(watched), issuers), served);
    }

    @Produces
    @Singleton
    static ServedCertificates servedCertificates(Config config, TlsConfigurationRegistry registry, Vertx vertx) {
        return new ServedCertificates(config, registry, vertx);
    }

    @Produces
    @Singleton
    FaceSignIn faceSignIn(Callers callers) {
        return callers.areEverybody()
                ? new OpenSignIn(World.secrets())
                : new CallerSignIn(callers, new Guesses(surroundings.ticker()::read));
    }

    @Produces
    @Singleton
    RenderedAnswers renderedAnswers() {
        RenderedAnswers answers =
                new RenderedAnswers(cache.renderedMaxBytes().asLongValue(), new RequestTimers(registry)::of);
        RenderedMeters.register(answers, RenderedAnswers::told, RenderedAnswers::bytes, registry);
        return answers;
    }

    /** An access log, compression, and headers that are configured for all answers. */
    @Produces
    @Singleton
    static Oversight oversight(Config config) {
        boolean switched = Stream.of("quarkus.http.access-log.enabled", "quarkus.http.enable-compression")
                .anyMatch(name -> config.getOptionalValue(name, Boolean.class).orElse(false));
        boolean headers = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .anyMatch(name -> name.startsWith("quarkus.http.header.") || name.startsWith("quarkus.http.filter."));
        return new Oversight(switched || headers);
    }

    @Produces
    @Singleton
    Rehearsal rehearsal(ApiSettings api, HeadLimits heads, InstantSource calendar) {
        SettingsRules.check(api);
        return new Rehearsal(limits.policy(), surroundings, calendar, heads, api.rehearsal());
    }

    @Produces
    @Singleton
    static HeadLimits headLimits(
            ApiSettings api, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize body) {
        return new HeadLimits(api.headerFields(), body.asLongValue(), api.headTime(), api.requestTime());
    }

    @Produces
    @Singleton
    static PublicHost publicHost(ApiSettings api) {
        try {
            return new PublicHost(api.publicHost());
        } catch (IllegalArgumentException none) {
            throw new SettingsException("api.public-host", String.valueOf(none.getMessage()));
        }
    }

    @Produces
    @Singleton
    static MeterFilter boundedLabels() {
        return new BoundedLabels();
    }
}
