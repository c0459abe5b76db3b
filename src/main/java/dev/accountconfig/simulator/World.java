package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All accounts of the vendor. It starts with one, {@value #DEFAULT_ACCOUNT}, that holds the constructed payloads of the
 * contract's section 11; as many more as wanted can be hosted beside it.
 */
public final class World {

    public static final String DEFAULT_ACCOUNT = "31415926";

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    World() {
        restore();
    }

    /** The account of the default world. */
    public Account account() {
        return account(DEFAULT_ACCOUNT);
    }

    public Account account(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no account " + id));
    }

    /** Hosts one more account with a copy of the default world, in which every name starts with the marker. */
    public Account host(String id, String marker) {
        var account = new Account(id);
        for (Kind kind : Kind.values()) {
            account.furnish(kind, furniture(kind, marker));
        }
        accounts.put(id, account);
        return account;
    }

    /** Hosts one more account with these objects and no others. */
    Account host(String id, Map<Kind, List<ObjectNode>> objects) {
        var account = new Account(id);
        objects.forEach(account::furnish);
        accounts.put(id, account);
        return account;
    }

    /** Hosts one more account with nothing in it. */
    public Account hostEmpty(String id) {
        var account = new Account(id);
        accounts.put(id, account);
        return account;
    }

    public void close(String id) {
        accounts.remove(id);
    }

    /** Adds or replaces objects of the default account: JSON of one object or of an array. */
    public void put(Kind kind, String json) {
        account().put(kind, json);
    }

    /**
     * From now on a service of every account is said to live elsewhere, by the Domain API and by the login answer; without
     * this it lives at the address that the client itself used.
     *
     * @param service as the Domain API names it: {@code accountConfigReadOnly, accountConfigReadWrite, agentVep, sentinel,
     *     shiftstatus}
     * @param host host and port
     * @throws IllegalArgumentException where there is no such service
     */
    public void at(String service, String host) {
        if (!DomainDesk.SERVICES.contains(service)) {
            throw new IllegalArgumentException("no service " + service);
        }
        addresses.put(service, host);
    }

    void atHome(String service) {
        addresses.remove(service);
    }

    Optional<String> address(String service) {
        return Optional.ofNullable(addresses.get(service));
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    void restore() {
        accounts.clear();
        addresses.clear();
        host(DEFAULT_ACCOUNT, "");
    }

    private static List<ObjectNode> furniture(Kind kind, String marker) {
        return Json.elements(Json.resource(kind.resource())).stream()
                .map(item -> marked(item, marker))
                .toList();
    }

    private static ObjectNode marked(JsonNode item, String marker) {
        ObjectNode copy = item.deepCopy();
        return copy.put("name", (marker + " " + item.path("name").asText()).strip());
    }
}
