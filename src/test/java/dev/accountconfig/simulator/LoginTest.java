package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginTest extends SimulatorTestCase {

    private Visitor inSession(Visitor.Reply login) {
        return visitor.with(
                "Cookie",
                "other=1; Session_id=" + login.json().path("sessionId").asText());
    }

    private static String csrf(Visitor.Reply login) {
        return "{\"csrf\":\"" + login.json().path("csrf").asText() + "\"}";
    }

    private int statusWith(Visitor.Reply login) {
        return visitor.bearing(login.json().path("bearer").asText())
                .get(OCCASIONS)
                .status();
    }

    @Test
    void aLoginAnswersABearerOf64HexDigitsAndASession() {
        var login = visitor.login();

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.json().path("bearer").asText()).matches("[0-9a-f]{64}");
        assertThat(login.json().path("csrf").asText()).matches("[0-9a-f]{64}");
        assertThat(login.json().path("sessionTTl").asText()).isEqualTo("28800000");
        assertThat(login.json().path("config").path("loginName").asText()).isEqualTo("hours-proxy");
        assertThat(login.json().path("config").path("serverCurrentTime").asLong())
                .isEqualTo(TestClock.START.toEpochMilli());
        assertThat(login.header("set-cookie"))
                .startsWith("Session_id=" + login.json().path("sessionId").asText());
    }

    @Test
    void aLoginAnswerRepeatsTheDomains() {
        assertThat(visitor.login().json().path("csdsCollectionResponse").findValuesAsText("baseURI"))
                .hasSize(5)
                .containsOnly(simulator.host());
    }

    @Test
    void aWrongPasswordIsUnauthorized() {
        assertThat(visitor.login("31415926", "hours-proxy", "guessed").status()).isEqualTo(401);
    }

    @Test
    void anUnknownAccountIsUnauthorized() {
        assertThat(visitor.login("999", "hours-proxy", "simulated").status()).isEqualTo(401);
    }

    @Test
    void aLoginWithoutAReadableBodyIsABadRequest() {
        assertThat(visitor.post(ACCOUNT + "/login?v=1.3", "username=x").status())
                .isEqualTo(400);
    }

    @Test
    void aSecondLoginOfTheSameUserKillsTheFirst() {
        var first = visitor.login();
        var second = visitor.login();

        assertThat(statusWith(first)).isEqualTo(401);
        assertThat(statusWith(second)).isEqualTo(200);
    }

    @Test
    void twoUsersDoNotDisturbEachOther() {
        simulator.user("replica-2", "simulated", Privilege.EVERYTHING);
        var first = visitor.login();
        visitor.login("31415926", "replica-2", "simulated");

        assertThat(statusWith(first)).isEqualTo(200);
    }

    @Test
    void aBearerIsWorthlessForAnotherAccount() {
        simulator.world().host("27182818", "");
        visitor.login("27182818", "hours-proxy", "simulated");
        var here = visitor.login();

        assertThat(statusWith(here)).isEqualTo(200);
        assertThat(visitor.bearing(here.json().path("bearer").asText())
                        .get(OCCASIONS.replace("31415926", "27182818"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsTimeToLiveAndUseDoesNotProlongIt() {
        var login = visitor.login();
        CLOCK.advance(Duration.ofHours(8).minusMillis(1));
        assertThat(statusWith(login)).isEqualTo(200);

        CLOCK.advance(Duration.ofMillis(1));

        assertThat(statusWith(login)).isEqualTo(401);
    }

    @Test
    void aRefreshProlongsTheSessionAndAnswersNothing() {
        var login = visitor.login();
        CLOCK.advance(Duration.ofHours(7));

        var refresh = inSession(login).post(ACCOUNT + "/refresh", csrf(login));
        CLOCK.advance(Duration.ofHours(7));

        assertThat(refresh.status()).isEqualTo(200);
        assertThat(refresh.body()).isEmpty();
        assertThat(statusWith(login)).isEqualTo(200);
    }

    @Test
    void aWrongCsrfIsUnauthorizedInTheDocumentedWords() {
        var refresh = inSession(visitor.login()).post(ACCOUNT + "/refresh?v=1.3", "{\"csrf\":\"guessed\"}");

        assertThat(refresh.status()).isEqualTo(401);
        assertThat(refresh.body())
                .isEqualTo(
                        "{\"error\":{\"time\":\"Jul 3, 2026 3:30:00 PM\",\"message\":\"CSRF token invalid! (simulated)\","
                                + "\"internalCode\":10,\"responseStatus\":\"UNAUTHORIZED\"}}");
    }

    @Test
    void aLogoutEndsTheSession() {
        var login = visitor.login();

        assertThat(inSession(login).post(ACCOUNT + "/logout", csrf(login)).status())
                .isEqualTo(200);
        assertThat(statusWith(login)).isEqualTo(401);
    }

    @Test
    void aLogoutWithTheWrongCsrfEndsNothing() {
        var login = visitor.login();

        assertThat(inSession(login)
                        .post(ACCOUNT + "/logout", "{\"csrf\":\"guessed\"}")
                        .status())
                .isEqualTo(401);
        assertThat(statusWith(login)).isEqualTo(200);
    }

    @Test
    void theLengthOfASessionIsTold() {
        simulator.sessionLength(Duration.ofMinutes(1));

        assertThat(visitor.login().json().path("sessionTTl").asText()).isEqualTo("60000");
    }

    @Test
    void anOAuth2ClientGetsATokenForAnHourThatNoLoginKills() {
        var form = "grant_type=client_credentials&client_id=hours-proxy&client_secret=simulated";

        var token = visitor.post("/sentinel/api/v2/account/31415926/app/token", form);
        visitor.login();
        var bearer = visitor.bearing(token.json().path("access_token").asText());

        assertThat(token.json().path("expires_in").asLong()).isEqualTo(3600);
        assertThat(bearer.get(OCCASIONS).status()).isEqualTo(200);
        CLOCK.advance(Duration.ofHours(1));
        assertThat(bearer.get(OCCASIONS).status()).isEqualTo(401);
    }

    @Test
    void anOAuth2ClientWithTheWrongSecretIsUnauthorized() {
        var form = "grant_type=client_credentials&client_id=hours-proxy&client_secret=guessed";

        assertThat(visitor.post("/sentinel/api/v2/account/31415926/app/token", form)
                        .status())
                .isEqualTo(401);
    }
}
