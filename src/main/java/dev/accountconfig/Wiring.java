package dev.accountconfig;

import dev.accountconfig.api.AccountSchedules;
import dev.accountconfig.api.Collections;
import dev.accountconfig.api.PublicHost;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.Pauses;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Weight;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.liveperson.AccountConfigOrigin;
import dev.accountconfig.liveperson.AuthorizedVendorCalls;
import dev.accountconfig.liveperson.CallLimits;
import dev.accountconfig.liveperson.Credentials;
import dev.accountconfig.liveperson.DocumentOrigin;
import dev.accountconfig.liveperson.Domains;
import dev.accountconfig.liveperson.HostRules;
import dev.accountconfig.liveperson.HttpVendorCalls;
import dev.accountconfig.liveperson.MeteredVendorCalls;
import dev.accountconfig.liveperson.Purpose;
import dev.accountconfig.liveperson.ResilientVendorCalls;
import dev.accountconfig.liveperson.Resource;
import dev.accountconfig.liveperson.Sessions;
import dev.accountconfig.liveperson.UserLogin;
import dev.accountconfig.liveperson.VendorCalls;
import dev.accountconfig.liveperson.VendorFailure;
import dev.accountconfig.liveperson.VendorListener;
import dev.accountconfig.liveperson.VendorSockets;
import dev.accountconfig.metrics.BoundedLabels;
import dev.accountconfig.metrics.BugLog;
import dev.accountconfig.metrics.CacheGauges;
import dev.accountconfig.metrics.CacheListeners;
import dev.accountconfig.metrics.CacheLog;
import dev.accountconfig.metrics.CacheMeters;
import dev.accountconfig.metrics.VendorMeters;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Readings;
import dev.accountconfig.schedule.Snapshot;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;

/** Where real time, randomness and sockets enter, and where decorators are stacked. */
@Singleton
public class Wiring {
    /** The label of whatever callers ask for by an address of their own. */
    private static final String OTHER = Purpose.DOCUMENT.word();

    private final LivePersonSettings livePerson;
    private final CacheSettings cache;
    private final UpstreamSettings upstream;
    private final ScheduleSettings schedule;
    private final MeterRegistry registry;
    private final Surroundings surroundings;

    Wiring(
            LivePersonSettings livePerson,
            CacheSettings cache,
            UpstreamSettings upstream,
            ScheduleSettings schedule,
            MeterRegistry registry,
            Surroundings surroundings) {
        SettingsRules.check(livePerson);
        SettingsRules.check(cache);
        SettingsRules.check(upstream);
        this.livePerson = livePerson;
        this.cache = cache;
        this.upstream = upstream;
        this.schedule = schedule;
        this.registry = registry;
        this.surroundings = surroundings;
    }

    /** The stack, innermost first: sent and timed; insisted on; signed. Sign-in and look-up take the middle way. */
    @Produces
    @Singleton
    AccountSchedules accountSchedules(Vertx vertx) {
        Map<AccountId, Credentials.Login> logins = AccountSettings.logins(livePerson);
        VendorMeters meters = new VendorMeters(registry);

        VendorCalls sent = new MeteredVendorCalls(
                new HttpVendorCalls(sockets(vertx), limits(), surroundings.timer()), meters, surroundings.ticker());
        VendorCalls anonymous = new ResilientVendorCalls(sent, breaker(), meters);
        Domains domains = domains(anonymous, meters);
        CacheGauges.register(domains::states, registry, "domains");
        Sessions sessions = new Sessions(new UserLogin(domains, anonymous, logins), surroundings, meters);
        VendorCalls signedIn = new ResilientVendorCalls(new AuthorizedVendorCalls(sent, sessions), breaker(), meters);

        // With breakers of their own, which no gauge shows: an address that a caller invents must not shut out the
        // collections.
        VendorCalls documentCalls =
                new ResilientVendorCalls(new AuthorizedVendorCalls(sent, sessions), breaker(), retriesOnly(meters));

        Collections collections = new Collections(
                collection("occasions", Resource.occasions(), domains, signedIn),
                collection("workdays", Resource.workdays(), domains, signedIn),
                collection("skills", Resource.skills(), domains, signedIn),
                documents(new DocumentOrigin(domains, documentCalls)));
        return new AccountSchedules(logins.keySet(), collections, readings());
    }

    /** Everything is made at the start: a setting that cannot be served with must not wait for the first reader. */
    void start(@Observes StartupEvent event, AccountSchedules made, PublicHost host) {}

    @Produces
    @Singleton
    static Surroundings surroundings() {
        return new Surroundings(
                System::nanoTime, timer(), () -> ThreadLocalRandom.current().nextDouble(), Wiring::callers);
    }

    /** A request is continued on its own event loop, in its own context. */
    private static Executor callers() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(unused -> work.run());
    }

    @Produces
    @Singleton
    static InstantSource clock() {
        return Clock.systemUTC();
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

    static void stop(@Disposes Surroundings surroundings) {
        surroundings.timer().shutdownNow();
    }

    @Produces
    @Singleton
    static MeterFilter boundedLabels() {
        return new BoundedLabels();
    }

    private <T extends Item> StaleCache<AccountId, Snapshot<T>> collection(
            String name, Resource<T> resource, Domains domains, VendorCalls calls) {
        StaleCache<AccountId, Snapshot<T>> collection = new StaleCache<>(
                new AccountConfigOrigin<>(resource, domains, calls), policy(), surroundings, listener(name));
        CacheGauges.register(collection::states, registry, name);
        return collection;
    }

    private static VendorListener retriesOnly(VendorListener all) {
        return new VendorListener() {
            @Override
            public void retried(VendorFailure.Kind reason) {
                all.retried(reason);
            }
        };
    }

    private StaleCache<DocumentId, Document> documents(DocumentOrigin origin) {
        CacheListener<DocumentId> listener =
                new CacheListeners<>(List.of(new CacheMeters<>(registry, OTHER), new BugLog<>()));
        Weight<DocumentId, Document> weight = new Weight<>(
                cache.documentsMaxBytes().asLongValue(),
                (id, document) ->
                        id.weight() + document.map(held -> held.json().length).orElse(0));
        StaleCache<DocumentId, Document> documents = new StaleCache<>(origin, policy(), surroundings, listener, weight);
        CacheGauges.register(documents::states, registry, OTHER);
        return documents;
    }

    private Domains domains(VendorCalls anonymous, VendorMeters meters) {
        // Room for a call, its early retry and the pause between them.
        Duration patience = upstream.deadline().multipliedBy(2).plus(upstream.retryDelay());
        Domains.Freshness freshness = new Domains.Freshness(livePerson.domainsFresh(), patience);
        return new Domains(
                anonymous, hostRules(), freshness, surroundings, new Domains.Listeners(meters, listener("domains")));
    }

    private HostRules hostRules() {
        try {
            return new HostRules(livePerson.domainApi(), livePerson.allowedHosts());
        } catch (IllegalArgumentException inadmissible) {
            throw new SettingsException("liveperson.domain-api", String.valueOf(inadmissible.getMessage()));
        }
    }

    private CacheListener<AccountId> listener(String collection) {
        return new CacheListeners<>(List.of(new CacheMeters<>(registry, collection), new CacheLog<>(collection)));
    }

    private Policy policy() {
        Lifetime lifetime =
                new Lifetime(cache.fresh(), cache.staleWhileRevalidate(), cache.staleIfError(), cache.negative());
        return new Policy(lifetime, cache.patience(), flightDeadline(), Pauses.ofTheVendor(), cache.maxEntries());
    }

    /** Enough for finding the service, signing in, asking, and asking for items one by one; a flight always ends. */
    private Duration flightDeadline() {
        return upstream.deadline().multipliedBy(10);
    }

    private Readings readings() {
        return new Readings(
                schedule.overriddenDay(),
                schedule.offBesideWorking(),
                schedule.offAlone(),
                schedule.dateOnlyEnd(),
                schedule.lastMinute(),
                schedule.severalDays());
    }

    private CallLimits limits() {
        return new CallLimits(upstream.deadline(), (int) upstream.bodyLimit().asLongValue());
    }

    private ResilientVendorCalls.Policy breaker() {
        return new ResilientVendorCalls.Policy(
                upstream.breaker().window(),
                upstream.breaker().failureRatio(),
                upstream.breaker().openFor(),
                upstream.retryDelay());
    }

    private HttpClient sockets(Vertx vertx) {
        return new VendorSockets(upstream.connect(), upstream.connections()).open(vertx);
    }

    /** Cancelled waits are dropped at once: a thousand waiters of one flight leave a thousand timers behind. */
    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "patience");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
