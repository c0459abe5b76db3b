package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The login service with a user's name and password (contract 5). */
public final class UserLogin implements Sessions.SignIn {
    /** Where the vendor does not say; its documented sample is eight hours. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(8);

    /** Less would be a sign-in a call; more would keep a session that nobody looks after. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofHours(24);

    /** What a header can carry (RFC 6750 section 2.1); the vendor's are 64 hexadecimal digits. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,4096}=*");

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
        return domains.host(account, VendorService.AGENT_VEP).chain(host -> signIn(account, host));
    }

    private Uni<Sessions.Granted> signIn(AccountId account, VendorHost host) {
        return calls.send(login(account, host))
                .map(answer -> granted(account, answer))
                .onFailure(VendorFailure.class)
                .transform(failure -> failure.at(VendorFailure.Stage.SIGN_IN));
    }

    private VendorCall login(AccountId account, VendorHost host) {
        Credentials.Login login = Optional.ofNullable(logins.get(account)).orElseThrow();
        Buffer body = new JsonObject()
                .put("username", login.username())
                .put("password", login.password().reveal())
                .toBuffer();
        return VendorCall.post(account, Purpose.LOGIN, host, "/api/account/" + account + "/login?v=1.3", body);
    }

    /** The account is named nowhere in a login but in the list of its services (contract 11.2). */
    private static Sessions.Granted granted(AccountId account, VendorAnswer answer) {
        JsonNode grant = VendorJson.of(answer);
        if (DomainApi.areOfAnother(account, grant.path("csdsCollectionResponse"))) {
            throw new VendorFailure(VendorFailure.Kind.GARBLED, "signed in to another account");
        }
        String bearer = grant.path("bearer").asText();
        if (!TOKEN.matcher(bearer).matches()) {
            throw new VendorFailure(VendorFailure.Kind.GARBLED, "answered without a usable bearer");
        }
        return new Sessions.Granted(new Secret(bearer), lifetime(grant));
    }

    /** The key is spelt so on the wire, and its value is milliseconds in a string. */
    private static Duration lifetime(JsonNode grant) {
        long millis = grant.path("sessionTTl").asLong();
        if (millis <= 0) {
            return USUAL_LIFETIME;
        }
        return Duration.ofMillis(Math.max(SHORTEST.toMillis(), Math.min(LONGEST.toMillis(), millis)));
    }
}
