package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A token of sentinel for a client and its secret, by the V2 end point (contract 6.2; RFC 6749 section 4.4). */
final class ClientCredentialsGrant {
    /** Of the documented sample. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    private final Domains domains;
    private final VendorCalls calls;

    ClientCredentialsGrant(Domains domains, VendorCalls calls) {
        this.domains = domains;
        this.calls = calls;
    }

    Uni<Granted> to(AccountId account, Credentials.ClientCredentials client) {
        return domains.host(account, VendorService.SENTINEL)
                .chain(host -> calls.send(question(account, client, host))
                        .map(ClientCredentialsGrant::granted)
                        .onFailure(VendorFailure.class)
                        .transform(failure -> failure.at(VendorFailure.Stage.SIGN_IN)));
    }

    private static VendorCall question(AccountId account, Credentials.ClientCredentials client, VendorHost host) {
        String target = "/sentinel/api/v2/account/" + account + "/app/token";
        return VendorCall.post(account, Purpose.TOKEN, host, target, VendorRequest.Body.form(form(client)));
    }

    private static String form(Credentials.ClientCredentials client) {
        Stream<String> fields = Stream.of(
                "grant_type=client_credentials",
                "client_id=" + Percent.encode(client.clientId()),
                "client_secret=" + Percent.encode(client.secret().reveal()));
        return Stream.concat(fields, Stream.ofNullable(client.scope()).map(scope -> "scope=" + Percent.encode(scope)))
                .collect(Collectors.joining("&"));
    }

    private static Granted granted(VendorAnswer answer) {
        JsonNode grant = VendorJson.of(answer);
        if (!grant.path("token_type").asText("Bearer").equalsIgnoreCase("Bearer")) {
            throw VendorJson.garbled("answered a token that is no bearer");
        }
        String token = grant.path("access_token").asText();
        Optional<Long> seconds = stated(grant).or(() -> Jwt.lifetime(token));
        return new Granted(
                Bearer.of(token), Granted.lifetime(seconds.map(stated -> stated * 1000), USUAL_LIFETIME), Keeper.NONE);
    }

    private static Optional<Long> stated(JsonNode grant) {
        return Optional.of(grant.path("expires_in").asLong()).filter(Jwt::isSensible);
    }
}
