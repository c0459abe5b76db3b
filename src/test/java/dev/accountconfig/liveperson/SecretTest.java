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
                        Buffer.buffer(PLANTED))
                .as(secret);
        assertThat(new Object[] {
                    secret,
                    new Credentials.Login("user", secret),
                    new Session(secret, 0),
                    new Sessions.Granted(secret, Duration.ZERO),
                    call,
                    Said.content(Buffer.buffer(PLANTED), "1")
                })
                .extracting(String::valueOf)
                .noneMatch(text -> text.contains(PLANTED));
    }
}
