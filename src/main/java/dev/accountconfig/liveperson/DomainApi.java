package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.Origin;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks where an account's services live (contract 4). An answer that lacks a service we call, or names an inadmissible host
 * for one, is refused whole, so that the addresses known before stay in use.
 */
final class DomainApi implements Origin<AccountId, Hosts> {
    /** Not every account can be written to. */
    private static final VendorService WRITTEN_TO = VendorService.ACCOUNT_CONFIG_READ_WRITE;

    private final VendorCalls calls;
    private final HostRules rules;
    private final Keyring keyring;
    private final VendorListener listener;

    DomainApi(VendorCalls calls, Domains.Sought sought, VendorListener listener) {
        this.calls = calls;
        this.rules = sought.rules();
        this.keyring = sought.keyring();
        this.listener = listener;
    }

    @Override
    public Uni<Answer<Hosts>> ask(AccountId account, Question question) {
        String target = "/api/account/" + account + "/service/baseURI.json?version=1.0";
        return calls.send(VendorCall.get(account, Purpose.DOMAINS, rules.domainApi(), target)
                        .urgent(question.urgent()))
                .<Answer<Hosts>>map(answer -> new Answer.Found<>(hosts(account, VendorJson.of(answer)), null))
                .onFailure(VendorFailure.class)
                .transform(failure -> failure.at(VendorFailure.Stage.LOOK_UP));
    }

    private Hosts hosts(AccountId account, JsonNode answer) {
        if (areOfAnother(account, answer)) {
            throw OriginFailure.unavailable("named the services of another account than " + account);
        }
        Map<VendorService, VendorHost> hosts = new EnumMap<>(VendorService.class);
        for (VendorService service : keyring.services(account)) {
            String baseUri = named(service, answer)
                    .orElseThrow(() -> OriginFailure.unavailable(
                            "names no " + service.wireName() + " in its Domain API for account " + account));
            hosts.put(service, admitted(account, baseUri));
        }
        named(WRITTEN_TO, answer).ifPresent(baseUri -> hosts.put(WRITTEN_TO, admitted(account, baseUri)));
        return new Hosts(hosts);
    }

    private static Optional<String> named(VendorService service, JsonNode answer) {
        return entries(answer)
                .filter(entry -> service.wireName().equals(entry.path("service").asText()))
                .flatMap(entry -> Stream.ofNullable(Fields.optionalText(entry, "baseURI")))
                .findFirst();
    }

    /** Both documented forms: a list under {@code baseURIs}, or one service flat. */
    static Stream<JsonNode> entries(JsonNode answer) {
        return answer.path("baseURIs").isArray() ? Fields.list(answer, "baseURIs") : Stream.of(answer);
    }

    /** Whether somebody else's services are named: an answer that got lost must not carry credentials with it. */
    static boolean areOfAnother(AccountId account, JsonNode answer) {
        return entries(answer)
                .map(entry -> entry.path("account").asText(account.value()))
                .anyMatch(named -> !named.equals(account.value()));
    }

    private VendorHost admitted(AccountId account, String baseUri) {
        return rules.admit(baseUri).orElseThrow(() -> {
            listener.hostRefused(account);
            return new OriginFailure(
                    OriginFailure.Reason.REFUSED,
                    "named a host that is not allowed, in its Domain API for account " + account,
                    Duration.ZERO);
        });
    }
}
