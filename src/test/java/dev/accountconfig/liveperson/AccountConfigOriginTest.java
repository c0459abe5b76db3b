package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.Eventually;
import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.Archive;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Origin.Question;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Skill;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a collection: find the service, sign in, ask; over real sockets, without the insisting around it. */
class AccountConfigOriginTest {
    private static final AccountId ACCOUNT = new AccountId("31415926");

    private final Vertx vertx = Vertx.vertx();
    private final Simulator vendor = Simulator.on(0);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final VendorListener unheard = new VendorListener() {};

    private VendorCalls authorized;
    private Domains domains;

    @BeforeEach
    void stack() {
        Surroundings surroundings = new Surroundings(System::nanoTime, timer, () -> 0.5, () -> Runnable::run);
        VendorCalls calls = new HttpVendorCalls(
                new VendorSockets(Duration.ofSeconds(1), 8, null).open(vertx),
                new CallLimits(Duration.ofSeconds(5), 1 << 20),
                timer);
        Keyring keyring = new Keyring(Map.of(ACCOUNT, new Credentials.Login("hours-proxy", new Secret("simulated"))));
        domains = new Domains(
                calls,
                new Domains.Sought(new HostRules(URI.create("http://" + vendor.host()), List.of("localhost")), keyring),
                new Domains.Memory(Duration.ofMinutes(10), Duration.ofSeconds(5), Archive.memoryOnly()),
                surroundings,
                new Domains.Listeners(unheard, new CacheListener<AccountId>() {}));
        authorized = new AuthorizedVendorCalls(
                calls,
                new Sessions(
                        new SignIns(keyring, domains, calls, InstantSource.system(), new Random(1)),
                        surroundings,
                        unheard));
    }

    @AfterEach
    void close() {
        vendor.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        timer.shutdownNow();
    }

    private Answer<Snapshot<Occasion>> ask(@Nullable String revision) {
        return LastAnswer.of(origin().ask(ACCOUNT, new Question(revision, false, false)));
    }

    private AccountConfigOrigin<Occasion> origin() {
        return new AccountConfigOrigin<>(Resource.occasions(), domains, authorized, new Floors(System::nanoTime));
    }

    private static <T> Answer.Found<T> found(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return (Answer.Found<T>) answer;
    }

    @Test
    void aCollectionComesInFullByOneCallWithItsRevision() {
        Answer.Found<Snapshot<Occasion>> answer = found(ask(null));
        assertThat(answer.revision()).isEqualTo("1204");
        assertThat(answer.value().items()).hasSize(9);
        assertThat(answer.value().find(4101000110L))
                .get()
                .satisfies(occasion -> assertThat(occasion.events()).hasSize(5));
        assertThat(vendor.count(Service.OCCASIONS)).isEqualTo(1);
    }

    @Test
    void anUnchangedRevisionIsConfirmedWithoutABody() {
        ask(null);
        assertThat(ask("1204")).isInstanceOf(Answer.Unchanged.class);
        assertThat(vendor.last(Service.OCCASIONS))
                .get()
                .satisfies(request -> assertThat(request.header("if-match")).contains("1204"));
    }

    @Test
    void whereAllCarriesNoEventsTheItemsAreFetchedOneByOne() {
        Snapshot<Occasion> whole = found(ask(null)).value();
        vendor.let(Requests.OCCASIONS).suffer(new Mishap.ListWithoutEvents());
        vendor.forgetRequests();
        assertThat(found(ask(null)).value()).isEqualTo(whole);
        assertThat(vendor.count(Service.OCCASIONS)).isEqualTo(1 + 9);
    }

    @Test
    void workdaysAndSkillsAreReadTheSameWay() {
        Snapshot<Workdays> workdays = found(LastAnswer.of(new AccountConfigOrigin<>(
                                Resource.workdays(), domains, authorized, new Floors(System::nanoTime))
                        .ask(ACCOUNT, new Question(null, false, false))))
                .value();
        assertThat(workdays.items()).hasSize(3);
        Snapshot<Skill> skills = found(LastAnswer.of(
                        new AccountConfigOrigin<>(Resource.skills(), domains, authorized, new Floors(System::nanoTime))
                                .ask(ACCOUNT, new Question(null, false, false))))
                .value();
        assertThat(skills.items()).hasSize(5);
        assertThat(skills.find(4103000210L))
                .contains(new Skill(4103000210L, "Support 24x7", false, 4102000210L, 4101001110L));
        assertThat(skills.find(4103000110L)).contains(new Skill(4103000110L, "Support UK", false, null, null));
    }

    @Test
    void theAddressIsLookedUpOnceAndTheSignInUsedAgain() {
        ask(null);
        ask(null);
        assertThat(vendor.count(Service.DOMAINS)).isEqualTo(1);
        assertThat(vendor.count(Service.LOGIN)).isEqualTo(1);
    }

    @Test
    void anExpiredSessionIsRenewedOnceAndTheReaderNoticesNothing() {
        ask(null);
        vendor.expireTokens();
        found(ask(null));
        assertThat(vendor.count(Service.LOGIN)).isEqualTo(2);
        assertThat(vendor.count(Service.OCCASIONS)).isEqualTo(3);
    }

    @Test
    void aVendorThatRejectsTheNewSessionTooIsNotAskedAThirdTime() {
        vendor.let(Requests.OCCASIONS).suffer(new Mishap.Fail(401, Mishap.Body.EMPTY));
        LastAnswer.failureOf(origin().ask(ACCOUNT, new Question(null, false, false)))
                .isInstanceOfSatisfying(
                        OriginFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.REFUSED));
        assertThat(vendor.count(Service.OCCASIONS)).isEqualTo(2);
        assertThat(vendor.count(Service.LOGIN)).isEqualTo(2);
    }

    @Test
    void aPageOfAGatewayWithStatus200IsNoAnswer() {
        isUnavailable(new Mishap.Garble(Mishap.Nonsense.HTML));
    }

    @Test
    void brokenJsonIsNoAnswer() {
        isUnavailable(new Mishap.Garble(Mishap.Nonsense.BROKEN_JSON));
    }

    @Test
    void anObjectInPlaceOfTheListIsNoAnswer() {
        isUnavailable(new Mishap.Fail(200, Mishap.Body.JSON));
    }

    private void isUnavailable(Mishap mishap) {
        vendor.let(Requests.OCCASIONS).suffer(mishap);
        LastAnswer.failureOf(origin().ask(ACCOUNT, new Question(null, false, false)))
                .isInstanceOfSatisfying(
                        OriginFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNAVAILABLE));
    }

    @Test
    void aForeignHostInTheDomainAnswerGetsNothingAndTheOldAddressStaysInUse() {
        ask(null);
        vendor.let(Requests.DOMAINS).suffer(new Mishap.MoveHost("evil.example"));
        domains.doubt(ACCOUNT);
        found(ask(null));
        Eventually.holds(() -> assertThat(vendor.count(Service.DOMAINS)).isEqualTo(2));
        found(ask(null));
        assertThat(vendor.count(Service.OCCASIONS)).isEqualTo(3);
    }

    @Test
    void anAddressThatLacksAServiceIsRefusedWholeAndTheOldOneStaysInUse() {
        ask(null);
        vendor.let(Requests.DOMAINS).suffer(new Mishap.Fail(200, Mishap.Body.JSON));
        domains.doubt(ACCOUNT);
        found(ask(null));
        Eventually.holds(() -> assertThat(vendor.count(Service.DOMAINS)).isEqualTo(2));
        found(ask(null));
    }

    private void untilNoConnectionOfBeforeIsTried() {
        Eventually.holds(() -> LastAnswer.failureOf(origin().ask(ACCOUNT, new Question(null, false, false)))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(VendorFailure.Kind.UNREACHABLE)));
    }

    @Test
    void aServiceThatCannotBeReachedIsLookedUpAgain() {
        ask(null);
        vendor.refuse();
        untilNoConnectionOfBeforeIsTried();
        vendor.listen();
        found(ask(null));
        Eventually.holds(() -> assertThat(vendor.count(Service.DOMAINS)).isEqualTo(2));
    }

    @Test
    void aGatewaysNotFoundDoesNotWipeOutWhatIsRemembered() {
        isUnavailable(new Mishap.Fail(404, Mishap.Body.HTML));
    }

    /** It would be quoted in an exception about a header that cannot be sent. */
    @ParameterizedTest
    @ValueSource(strings = {"planted\\r\\nX: y", "planted\\u007f", "", "planted token"})
    void aBearerThatNoHeaderCanCarryIsNoSignInAndIsNotToldToAnybody(String bearer) {
        VendorCalls answering =
                call -> Uni.createFrom().item(Said.content(Buffer.buffer("{\"bearer\":\"" + bearer + "\"}"), null));
        UserLogin login = new UserLogin(domains, answering);
        LastAnswer.failureOf(login.to(ACCOUNT, new Credentials.Login("hours-proxy", new Secret("simulated"))))
                .isInstanceOf(VendorFailure.class)
                .hasMessageNotContaining("planted");
    }

    @ParameterizedTest
    @CsvSource({"1, PT1M", "28800000, PT8H", "9223372036854775807, PT24H", "-1, PT8H"})
    void aSessionLastsNoLessThanAMinuteAndNoMoreThanADay(String stated, Duration believed) {
        VendorCalls answering = call -> Uni.createFrom()
                .item(Said.content(Buffer.buffer("{\"bearer\":\"b\",\"sessionTTl\":\"" + stated + "\"}"), null));
        UserLogin login = new UserLogin(domains, answering);
        assertThat(LastAnswer.of(login.to(ACCOUNT, new Credentials.Login("hours-proxy", new Secret("simulated"))))
                        .lifetime())
                .isEqualTo(believed);
    }

    @Test
    void aForeignHostInTheFirstDomainAnswerIsARefusalAndNothingIsSentThere() {
        vendor.let(Requests.DOMAINS).suffer(new Mishap.MoveHost("evil.example"));
        LastAnswer.failureOf(origin().ask(ACCOUNT, new Question(null, false, false)))
                .hasMessageContaining("not allowed");
        assertThat(vendor.count(Service.LOGIN)).isZero();
    }
}
