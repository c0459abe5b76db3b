package dev.accountconfig;

import static java.util.Comparator.comparing;

import dev.accountconfig.access.Callers;
import dev.accountconfig.api.AccountSchedules;
import dev.accountconfig.api.Changes;
import dev.accountconfig.api.Collections;
import dev.accountconfig.api.HitPath;
import dev.accountconfig.api.Passage;
import dev.accountconfig.api.PublicHost;
import dev.accountconfig.api.Rehearsal;
import dev.accountconfig.api.Relations;
import dev.accountconfig.api.SignInFindings;
import dev.accountconfig.api.Writers;
import dev.accountconfig.cache.Archive;
import dev.accountconfig.cache.ArchiveListener;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.FileArchive;
import dev.accountconfig.cache.Recovery;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Touching;
import dev.accountconfig.cache.WarmStart;
import dev.accountconfig.cache.Weight;
import dev.accountconfig.cache.WriteAround;
import dev.accountconfig.cache.WriteThrough;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.liveperson.AccountConfigOrigin;
import dev.accountconfig.liveperson.AsideVendorCalls;
import dev.accountconfig.liveperson.AuthorizedVendorCalls;
import dev.accountconfig.liveperson.CollectionChanges;
import dev.accountconfig.liveperson.DocumentOrigin;
import dev.accountconfig.liveperson.Domains;
import dev.accountconfig.liveperson.Floors;
import dev.accountconfig.liveperson.GatedVendorCalls;
import dev.accountconfig.liveperson.HttpVendorCalls;
import dev.accountconfig.liveperson.Keyring;
import dev.accountconfig.liveperson.MeteredVendorCalls;
import dev.accountconfig.liveperson.PassedOn;
import dev.accountconfig.liveperson.Purpose;
import dev.accountconfig.liveperson.Resource;
import dev.accountconfig.liveperson.Sessions;
import dev.accountconfig.liveperson.SignIns;
import dev.accountconfig.liveperson.SnapshotCodec;
import dev.accountconfig.liveperson.Standings;
import dev.accountconfig.liveperson.VendorCalls;
import dev.accountconfig.liveperson.VendorFailure;
import dev.accountconfig.liveperson.VendorListener;
import dev.accountconfig.metrics.ArchiveLog;
import dev.accountconfig.metrics.ArchiveMeters;
import dev.accountconfig.metrics.BugLog;
import dev.accountconfig.metrics.CacheGauges;
import dev.accountconfig.metrics.CacheListeners;
import dev.accountconfig.metrics.CacheLog;
import dev.accountconfig.metrics.CacheMeters;
import dev.accountconfig.metrics.MeterName;
import dev.accountconfig.metrics.VendorMeters;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemKind;
import dev.accountconfig.schedule.Snapshot;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Where sockets are opened, decorators are stacked, and caches are put before them; {@link FrontWiring} is what stands before those. */
@Singleton
public class Wiring {
    /** Short beside what an orchestrator leaves a process to end. */
    private static final Duration LAST_WRITES = Duration.ofSeconds(2);

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /** The label of whatever callers ask for by an address of their own. */
    private static final String OTHER = Purpose.DOCUMENT.word();

    private final Limits limits;
    private final LivePersonSettings livePerson;
    private final CacheSettings cache;
    private final MeterRegistry registry;
    private final Surroundings surroundings;

    Wiring(
            Limits limits,
            LivePersonSettings livePerson,
            CacheSettings cache,
            MeterRegistry registry,
            Surroundings surroundings) {
        this.limits = limits;
        this.livePerson = livePerson;
        this.cache = cache;
        this.registry = registry;
        this.surroundings = surroundings;
    }

    /**
     * The stack, innermost first: sent, and signed then; timed; through the gate; given a pass; read aside if large. Sign-in and
     * look-up get no pass.
     */
    @Produces
    @Singleton
    Upstream upstream(Vertx vertx, Archive<AccountId> archive, InstantSource calendar) {
        Keyring keyring = new Keyring(limits.credentials());
        VendorMeters meters = new VendorMeters(registry);
        Standings standings = new Standings(calendar);

        VendorCalls sent = new MeteredVendorCalls(
                new HttpVendorCalls(limits.sockets().open(vertx), limits.calls(), surroundings.timer()),
                meters,
                surroundings.ticker());
        VendorCalls anonymous = new GatedVendorCalls(sent, limits.gate(), surroundings, meters.and(standings));
        Domains domains = domains(anonymous, keyring, meters, archive);
        CacheGauges.register(domains::states, registry, "domains");
        SignIns signIns = new SignIns(keyring, domains, anonymous, calendar, World.secrets());
        Sessions sessions = new Sessions(signIns, surroundings, meters.and(standings));
        meters.signInsHeld(sessions::heldDown);
        // With gates of their own: an address that a caller invents must not shut out the collections.
        VendorCalls documents = new GatedVendorCalls(sent, limits.gate(), surroundings, retriesOnly(meters));
        Executor readers = World.reader();
        return new Upstream(
                keyring,
                domains,
                sessions,
                standings,
                new AsideVendorCalls(new AuthorizedVendorCalls(anonymous, sessions), readers),
                new AsideVendorCalls(AuthorizedVendorCalls.ofCallersOwn(documents, sessions), readers),
                new Floors(surroundings.ticker()));
    }

    @Produces
    @Singleton
    Collections collections(Upstream upstream, Archive<AccountId> archive) {
        Recovery<AccountId> recovery = new Recovery<>();
        return new Collections(
                collection("occasions", Resource.occasions(), upstream, archive, recovery),
                collection("workdays", Resource.workdays(), upstream, archive, recovery),
                collection("skills", Resource.skills(), upstream, archive, recovery),
                documents(new DocumentOrigin(upstream.domains(), upstream.documents(), upstream.floors())));
    }

    @Produces
    @Singleton
    static Changes changes(Upstream upstream, Collections collections) {
        return new Changes(
                new WriteThrough<>(
                        collections.occasions(),
                        new Touching<>(
                                CollectionChanges.ofOccasions(
                                        upstream.domains(), upstream.signedIn(), upstream.floors()),
                                collections::forgetDocuments)),
                new WriteThrough<>(
                        collections.workdays(),
                        new Touching<>(
                                CollectionChanges.ofWorkdays(
                                        upstream.domains(), upstream.signedIn(), upstream.floors()),
                                collections::forgetDocuments)));
    }

    /** In turn with the changes of the same collection. */
    @Produces
    @Singleton
    static Passage passage(Upstream upstream, Collections collections, Changes changes) {
        PassedOn passedOn = new PassedOn(upstream.domains(), upstream.documents(), upstream.floors());
        Consumer<AccountId> documents = collections::forgetDocuments;
        return new Passage(
                passedOn::send,
                Map.of(
                        ItemKind.OCCASION, changes.occasions().around(documents),
                        ItemKind.WORKDAYS, changes.workdays().around(documents),
                        ItemKind.SKILL, WriteAround.of(collections.skills(), documents),
                        ItemKind.ACCOUNT, WriteAround.only(documents)));
    }

    @Produces
    @Singleton
    Rotation rotation(WatchedFiles files, Upstream upstream, Collections collections) {
        return new Rotation(livePerson, files, upstream, collections);
    }

    @Produces
    @Singleton
    AccountSchedules accountSchedules(Upstream upstream, Collections collections) {
        return new AccountSchedules(upstream.accounts(), collections, limits.readings());
    }

    @Produces
    @Singleton
    Writers writers(AccountSchedules schedules, Changes changes) {
        return Writers.of(schedules, changes, surroundings.ticker());
    }

    @Produces
    @Singleton
    static SignInFindings signInFindings(Upstream upstream) {
        return upstream.sessions()::finding;
    }

    @Produces
    @Singleton
    Relations relations(Upstream upstream) {
        return new UpstreamRelations(upstream, livePerson.accounts());
    }

    @Produces
    @Singleton
    WarmStart<AccountId> warmStart(Upstream upstream, Collections collections) {
        return cache.warmStart()
                ? new WarmStart<>(
                        upstream.accounts().stream()
                                .sorted(comparing(AccountId::value))
                                .toList(),
                        collections::refresh)
                : WarmStart.none();
    }

    /** Before anything is read from it, it is known to be writable. */
    @Produces
    @Singleton
    Archive<AccountId> archive(InstantSource calendar) {
        Set<String> collections = Set.of(Domains.COLLECTION, "occasions", "workdays", "skills");
        ArchiveListener listener = new ArchiveMeters(registry, collections).and(new ArchiveLog());
        return ArchiveSettings.archive(
                cache,
                collections,
                limits.credentials().keySet(),
                new FileArchive.Surroundings(calendar, World.writer(), listener));
    }

    static void stop(@Disposes Archive<AccountId> archive) {
        archive.close(LAST_WRITES);
    }

    /** Everything is made at the start: a setting that cannot be served with must not wait for the first reader. Sockets open after this. */
    void start(
            @Observes StartupEvent event,
            AccountSchedules made,
            PublicHost host,
            Rotation rotation,
            WarmStart<AccountId> warmStart,
            Callers callers,
            ServedCertificates served,
            WatchedFiles watched,
            Rehearsal rehearsal) {
        served.watch(watched);
        rotation.begin();
        warmStart.begin(cache.warmStartPatience(), surroundings);
        rehearsal.run(World::stage);
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event, HitPath shortcut) {
        shortcut.close();
    }

    void stop(@Observes ShutdownEvent event, WarmStart<AccountId> warmStart, Upstream upstream) {
        warmStart.end();
        upstream.sessions().end(FAREWELL);
        MeterName.removeAll(registry);
    }

    private <T extends Item> StaleCache<AccountId, Snapshot<T>> collection(
            String name,
            Resource<T> resource,
            Upstream upstream,
            Archive<AccountId> archive,
            Recovery<AccountId> recovery) {
        StaleCache<AccountId, Snapshot<T>> collection = new StaleCache<>(
                new AccountConfigOrigin<>(resource, upstream.domains(), upstream.signedIn(), upstream.floors()),
                limits.policy(),
                surroundings,
                new CacheListeners<>(List.of(listener(name), recovery.listener())),
                archive.collection(name, new SnapshotCodec<>(resource)));
        recovery.include(collection);
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
        StaleCache<DocumentId, Document> documents =
                new StaleCache<>(origin, limits.policy(), surroundings, listener, weight);
        CacheGauges.register(documents::states, registry, OTHER);
        return documents;
    }

    private Domains domains(VendorCalls anonymous, Keyring keyring, VendorMeters meters, Archive<AccountId> archive) {
        Domains.Memory memory = new Domains.Memory(livePerson.domainsFresh(), limits.lookUpPatience(), archive);
        return new Domains(
                anonymous,
                new Domains.Sought(limits.hosts(), keyring),
                memory,
                surroundings,
                new Domains.Listeners(meters, listener("domains")));
    }

    private CacheListener<AccountId> listener(String collection) {
        return new CacheListeners<>(List.of(new CacheMeters<>(registry, collection), new CacheLog<>(collection)));
    }
}
