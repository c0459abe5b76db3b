package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The login service with a user's name and password (contract 5). */
final class UserLogin {
    /** Where the vendor does not say; its documented sample is eight hours. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(8);

    /** What a cookie can carry (RFC 6265 section 4.1.1), and no more than the vendor's 32 digits by far. */
    private static final Pattern COOKIE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]{1,4096}");

    private final Domains domains;
    private final VendorCalls calls;

    UserLogin(Domains domains, VendorCalls calls) {
        this.domains = domains;
        this.calls = calls;
    }

    Uni<Granted> to(AccountId account, Credentials.Login login) {
        return domains.host(account, VendorService.AGENT_VEP)
                .chain(host -> calls.send(question(account, login, host))
                        .map(answer -> granted(account, answer))
                        .onFailure(VendorFailure.class)
                        .transform(failure -> failure.at(VendorFailure.Stage.SIGN_IN)));
    }

    private static VendorCall question(AccountId account, Credentials.Login login, VendorHost host) {
        JsonObject body = new JsonObject()
                .put("username", login.username())
                .put("password", login.password().reveal());
        return VendorCall.post(
                account,
                Purpose.LOGIN,
                host,
                "/api/account/" + account + "/login?v=1.3",
                VendorRequest.Body.json(body.toBuffer()));
    }

    /** The account is named nowhere in a login but in the list of its services (contract 11.2). */
    private Granted granted(AccountId account, VendorAnswer answer) {
        JsonNode grant = VendorJson.of(answer);
        if (DomainApi.areOfAnother(account, grant.path("csdsCollectionResponse"))) {
            throw new VendorFailure(VendorFailure.Kind.GARBLED, "signed in to another account");
        }
        return new Granted(Bearer.of(grant.path("bearer").asText()), lifetime(grant), keeper(account, grant, answer));
    }

    /** The key is spelt so on the wire, and its value is milliseconds in a string. */
    private static Duration lifetime(JsonNode grant) {
        return Granted.lifetime(Optional.of(grant.path("sessionTTl").asLong()), USUAL_LIFETIME);
    }

    /** Without its two ids a session is as good as any, for as long as the vendor leaves it alone. */
    private Keeper keeper(AccountId account, JsonNode grant, VendorAnswer answer) {
        Optional<String> cookie = Optional.ofNullable(Fields.optionalText(grant, "sessionId"))
                .or(() -> answer.session().map(Secret::reveal))
                .filter(id -> COOKIE.matcher(id).matches());
        Optional<String> csrf = Optional.ofNullable(Fields.optionalText(grant, "csrf"));
        return cookie.isEmpty() || csrf.isEmpty()
                ? Keeper.NONE
                : new UserSession(
                        account, domains, calls, new UserSession.Ids(new Secret(cookie.get()), new Secret(csrf.get())));
    }
}
