package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The login service with a user's name and password (contract 5). */
public final class UserLogin implements Sessions.SignIn {
    /** Where the vendor does not say; its documented sample is eight hours. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(8);

    private final Domains domains;
    private final VendorCalls calls;
    private final Map<AccountId, Credentials.Login> logins;

    /** @param logins for every account that will ever be asked for */
    public UserLogin(Domains domains, VendorCalls calls, Map<AccountId, Credentials.Login> logins) {
        this.domains = domains;
        this.calls = calls;
        this.logins = Map.copyOf(logins);
    }

    @Override
    public Uni<Sessions.Granted> to(AccountId account) {
        return domains.host(account, VendorService.AGENT_VEP)
                .chain(host -> calls.send(login(account, host)))
                .map(UserLogin::granted);
    }

    private VendorCall login(AccountId account, VendorHost host) {
        Credentials.Login login = Optional.ofNullable(logins.get(account)).orElseThrow();
        Buffer body = new JsonObject()
                .put("username", login.username())
                .put("password", login.password().reveal())
                .toBuffer();
        return VendorCall.post(account, Purpose.LOGIN, host, "/api/account/" + account + "/login?v=1.3", body);
    }

    private static Sessions.Granted granted(VendorAnswer answer) {
        JsonNode grant = VendorJson.of(answer);
        String bearer = grant.path("bearer").asText();
        if (bearer.isEmpty()) {
            throw new VendorFailure(VendorFailure.Kind.GARBLED, "sign-in answered without a bearer");
        }
        return new Sessions.Granted(new Secret(bearer), lifetime(grant));
    }

    /** The key is spelt so on the wire, and its value is milliseconds in a string. */
    private static Duration lifetime(JsonNode grant) {
        long millis = grant.path("sessionTTl").asLong();
        return millis > 0 ? Duration.ofMillis(millis) : USUAL_LIFETIME;
    }
}
