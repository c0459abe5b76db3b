package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.schedule.AccountId;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Secrets have no string form, alone or inside anything that carries them. */
class SecretTest {
    private static final String PLANTED = "planted-s3cret";

    @Test
    void nothingThatCarriesASecretShowsIt() {
        Secret secret = new Secret(PLANTED);
        VendorCall call = VendorCall.post(
                        new AccountId("1"),
                        Purpose.LOGIN,
                        new VendorHost(true, "a.liveperson.net", 443),
                        "/login",
                        VendorRequest.Body.form(PLANTED))
                .as(new Bearer(secret));
        assertThat(new Object[] {
                    secret,
                    new Credentials.Login("user", secret),
                    new Credentials.ApiKey("key", secret, PLANTED, secret),
                    new Credentials.ClientCredentials("id", secret, null),
                    new Session(new Granted(new Bearer(secret), Duration.ZERO, Keeper.NONE), 0),
                    new Granted(new Bearer(secret), Duration.ZERO, Keeper.NONE),
                    new UserSession.Ids(secret, secret),
                    call.request(),
                    call,
                    Said.content(Buffer.buffer(PLANTED), "1")
                })
                .extracting(String::valueOf)
                .noneMatch(text -> text.contains(PLANTED));
    }
}
