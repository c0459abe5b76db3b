package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.Archive;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.ChangeFailure.Certainty;
import dev.accountconfig.cache.HandMovedTime;
import dev.accountconfig.cache.Held;
import dev.accountconfig.cache.Origin.Question;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.ItemChange;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Quirk;
import dev.accountconfig.simulator.Received;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes over real sockets, and what is read after them where the read-only host is behind. */
class CollectionChangesTest {
    private static final AccountId ACCOUNT = new AccountId("31415926");
    private static final long ID = 4101000110L;

    private final Vertx vertx = Vertx.vertx();
    private final Simulator vendor = Simulator.on(0);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HandMovedTime time = new HandMovedTime();
    private final Floors floors = new Floors(time);

    private AccountConfigOrigin<Occasion> origin;
    private CollectionChanges<Occasion, OccasionEvent> changes;

    /** The two sides of accountConfig are told apart by what the vendor calls them. */
    @BeforeEach
    void stack() {
        vendor.world().at("accountConfigReadOnly", "127.0.0.1:" + vendor.port());
        VendorListener unheard = new VendorListener() {};
        Surroundings surroundings = new Surroundings(System::nanoTime, timer, () -> 0.5, () -> Runnable::run);
        VendorCalls calls = new HttpVendorCalls(
                new VendorSockets(Duration.ofSeconds(1), 8, null).open(vertx),
                new CallLimits(Duration.ofSeconds(5), 1 << 20),
                timer);
        Keyring keyring = new Keyring(Map.of(ACCOUNT, new Credentials.Login("hours-proxy", new Secret("simulated"))));
        Domains domains = new Domains(
                calls,
                new Domains.Sought(
                        new HostRules(URI.create("http://" + vendor.host()), List.of("localhost", "127.0.0.1")),
                        keyring),
                new Domains.Memory(Duration.ofMinutes(10), Duration.ofSeconds(5), Archive.memoryOnly()),
                surroundings,
                new Domains.Listeners(unheard, new CacheListener<AccountId>() {}));
        VendorCalls authorized = new AuthorizedVendorCalls(
                calls,
                new Sessions(
                        new SignIns(keyring, domains, calls, InstantSource.system(), new Random(1)),
                        surroundings,
                        unheard));
        origin = new AccountConfigOrigin<>(Resource.occasions(), domains, authorized, floors);
        changes = CollectionChanges.ofOccasions(domains, authorized, floors);
    }

    @AfterEach
    void close() {
        vendor.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        timer.shutdownNow();
    }

    private Held<Snapshot<Occasion>> ask(boolean latest) {
        Answer<Snapshot<Occasion>> answer = LastAnswer.of(origin.ask(ACCOUNT, new Question(null, false, latest)));
        assertThat(answer).isInstanceOf(Answer.Found.class);
        Answer.Found<Snapshot<Occasion>> found = (Answer.Found<Snapshot<Occasion>>) answer;
        return new Held<>(found.value(), found.revision());
    }

    private Held<Snapshot<Occasion>> latest() {
        return ask(true);
    }

    private static Draft<OccasionEvent> named(Held<Snapshot<Occasion>> before, String name) {
        Draft<OccasionEvent> former = Draft.of(before.value().find(ID).orElseThrow());
        return new Draft<>(name, former.description(), former.isDefault(), former.events());
    }

    private static ItemChange<OccasionEvent> renaming(Held<Snapshot<Occasion>> before, String name) {
        return new ItemChange.Replacement<>(ID, named(before, name));
    }

    private static ItemChange<OccasionEvent> creation(Held<Snapshot<Occasion>> before, String name) {
        Draft<OccasionEvent> like = named(before, name);
        return new ItemChange.Creation<>(new Draft<>(name, like.description(), false, like.events()));
    }

    private Held<Snapshot<Occasion>> make(Held<Snapshot<Occasion>> before, ItemChange<OccasionEvent> change) {
        vendor.forgetRequests();
        return LastAnswer.of(changes.change(ACCOUNT, before, change));
    }

    private void fails(Held<Snapshot<Occasion>> before, ItemChange<OccasionEvent> change, Certainty certainty) {
        vendor.forgetRequests();
        LastAnswer.failureOf(changes.change(ACCOUNT, before, change))
                .isInstanceOfSatisfying(
                        ChangeFailure.class,
                        failure -> assertThat(failure.certainty()).isEqualTo(certainty));
    }

    private Received sent() {
        assertThat(vendor.count(Service.OCCASIONS)).isEqualTo(1);
        return vendor.last(Service.OCCASIONS).orElseThrow();
    }

    private static String name(Held<Snapshot<Occasion>> held) {
        return held.value().find(ID).map(Occasion::name).orElse("(none)");
    }

    @Test
    void anObjectIsReplacedByAPutOfAnArrayAtTheRevisionOfTheCollection() {
        Held<Snapshot<Occasion>> before = latest();
        Held<Snapshot<Occasion>> after = make(before, renaming(before, "Renamed"));
        assertThat(sent().method()).isEqualTo("PUT");
        assertThat(sent().header("if-match")).contains("1204");
        assertThat(sent().body()).startsWith("[{").endsWith("}]");
        assertThat(name(after)).isEqualTo("Renamed");
        assertThat(after).isEqualTo(latest());
    }

    @Test
    void anObjectIsCreatedByAPostWithoutARevision() {
        Held<Snapshot<Occasion>> before = latest();
        Held<Snapshot<Occasion>> after = make(before, creation(before, "New"));
        assertThat(sent().method()).isEqualTo("POST");
        assertThat(sent().header("if-match")).isEmpty();
        assertThat(after).isEqualTo(latest());
    }

    @Test
    void anObjectIsDeletedByItsIdAtTheRevisionOfTheCollection() {
        Held<Snapshot<Occasion>> before = latest();
        Held<Snapshot<Occasion>> after = make(before, new ItemChange.Deletion<>(ID));
        assertThat(sent().method()).isEqualTo("DELETE");
        assertThat(sent().header("if-match")).contains("1204");
        assertThat(after).isEqualTo(latest());
    }

    @Test
    void theReadWriteHostIsUsed() {
        Held<Snapshot<Occasion>> before = latest();
        make(before, renaming(before, "Renamed"));
        assertThat(sent().header("host")).contains(vendor.host());
    }

    @Test
    void fieldsThatAreNotModelledAreSentBack() {
        vendor.world().account().edit(Kind.OCCASIONS, ID, item -> item.put("odd", 7));
        Held<Snapshot<Occasion>> before = latest();
        make(before, renaming(before, "Renamed"));
        assertThat(vendor.world().account().item(Kind.OCCASIONS, ID))
                .get()
                .satisfies(item -> assertThat(item.path("odd").asInt()).isEqualTo(7));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsAConflict() {
        Held<Snapshot<Occasion>> before = latest();
        vendor.world().account().rename(Kind.OCCASIONS, ID, "Theirs");
        fails(before, renaming(before, "Ours"), Certainty.CONFLICTS);
        sent();
        assertThat(name(latest())).isEqualTo("Theirs");
    }

    @Test
    void soIsWhatSomebodyElseDeletedMeanwhile() {
        Held<Snapshot<Occasion>> before = latest();
        vendor.world().account().vanish(Kind.OCCASIONS, ID);
        fails(before, new ItemChange.Deletion<>(ID), Certainty.CONFLICTS);
        sent();
    }

    @Test
    void anAnswerThatCannotBeReadLeavesOpenWhetherItWasMadeAndItIsNotSentAgain() {
        Held<Snapshot<Occasion>> before = latest();
        vendor.let(Requests.WRITES).suffer(new Mishap.Garble(Mishap.Nonsense.BROKEN_JSON));
        fails(before, renaming(before, "Renamed"), Certainty.UNKNOWN);
        sent();
    }

    @Test
    void soDoesABrokenConnection() {
        Held<Snapshot<Occasion>> before = latest();
        vendor.let(Requests.WRITES).suffer(new Mishap.Reset());
        fails(before, renaming(before, "Renamed"), Certainty.UNKNOWN);
        sent();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void soDoesAVendorInTrouble(int status) {
        Held<Snapshot<Occasion>> before = latest();
        vendor.let(Requests.WRITES).suffer(new Mishap.Fail(status, Mishap.Body.JSON));
        fails(before, creation(before, "New"), Certainty.UNKNOWN);
        sent();
    }

    @Test
    void aVendorThatCannotBeReachedHasNotMadeIt() throws IOException {
        // Never connected to: on a connection that is being closed nobody could tell whether the change arrived.
        vendor.world().at("accountConfigReadWrite", "127.0.0.1:" + portOfNobody());
        Held<Snapshot<Occasion>> before = ask(false);
        fails(before, renaming(before, "Renamed"), Certainty.NOT_MADE);
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return closed.getLocalPort();
        }
    }

    private Held<Snapshot<Occasion>> renamedWhileTheReadOnlyHostLags() {
        vendor.habits().adopt(Quirk.READ_ONLY_LAGS);
        Held<Snapshot<Occasion>> before = latest();
        return make(before, renaming(before, "Renamed"));
    }

    private void isNotLedBack() {
        assertThat(name(ask(false))).isEqualTo("Renamed");
    }

    @Test
    void aReadOnlyHostThatLagsDoesNotShowThePastAfterAChangeNotEvenAfterTheGrace() {
        renamedWhileTheReadOnlyHostLags();
        isNotLedBack();
        time.pass(Duration.ofSeconds(61));
        isNotLedBack();
        isNotLedBack();
    }

    @Test
    void norWhereEachTypeCountsForItself() {
        vendor.habits().adopt(Quirk.REVISION_PER_TYPE);
        renamedWhileTheReadOnlyHostLags();
        time.pass(Duration.ofSeconds(61));
        isNotLedBack();
    }

    @Test
    void norWhereTheNextChangeEndsNobodyKnowsHow() {
        Held<Snapshot<Occasion>> after = renamedWhileTheReadOnlyHostLags();
        vendor.let(Requests.WRITES).next(1).suffer(new Mishap.Fail(500, Mishap.Body.JSON));
        fails(after, creation(after, "New"), Certainty.UNKNOWN);
        time.pass(Duration.ofSeconds(61));
        isNotLedBack();
    }

    @Test
    void norWhatWasSeenAtTheReadWriteHostByAChangeThatWasThenNotMade() {
        vendor.habits().adopt(Quirk.READ_ONLY_LAGS);
        vendor.world().account().rename(Kind.OCCASIONS, ID, "Renamed");
        assertThat(name(latest())).isEqualTo("Renamed");
        isNotLedBack();
    }

    @Test
    void theReadOnlyHostIsUsedAgainOnceItHasCaughtUp() {
        renamedWhileTheReadOnlyHostLags();
        vendor.habits().drop(Quirk.READ_ONLY_LAGS);
        time.pass(Duration.ofSeconds(61));
        vendor.forgetRequests();
        isNotLedBack();
        assertThat(sent().header("host")).contains("127.0.0.1:" + vendor.port());
    }

    @Test
    void withoutAnyChangeOfOursTheReadOnlyHostIsBelieved() {
        vendor.habits().adopt(Quirk.READ_ONLY_LAGS);
        vendor.world().account().rename(Kind.OCCASIONS, ID, "Renamed");
        assertThat(name(ask(false))).isNotEqualTo("Renamed");
    }
}
