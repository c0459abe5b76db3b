package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of the control path that changes accounts, their objects, their users, and where their services live. */
final class WorldControl {

    private final Vendor vendor;

    WorldControl(Vendor vendor) {
        this.vendor = vendor;
    }

    /** @param path the segments after {@code /_simulator/} */
    Answer answer(List<String> path, Received request) {
        return switch (path.get(0) + "/" + path.size()) {
            case "users/2" -> user(path.get(1), request);
            case "clients/2" -> client(path.get(1), request);
            case "scope/1" -> scope(request);
            case "keys/2" -> key(path.get(1), request);
            case "addresses/2" -> address(path.get(1), request);
            case "accounts/2" -> account(path.get(1), request);
            case "occasions/3", "workdays/3", "skills/3" ->
                item(Kind.valueOf(path.get(0).toUpperCase(Locale.ROOT)), path.get(1), path.get(2), request);
            default ->
                throw new Refusal(
                        Answer.json(404, Json.object().put("field", "path").put("message", "no such lever")));
        };
    }

    private Answer user(String name, Received request) {
        var fields = Fields.of(request.body());
        var password = fields.required(fields.text("password"), "password");
        var privilege = fields.oneOf(Privilege.class, "privilege").orElse(Privilege.EVERYTHING);
        fields.refuseOthers();
        vendor.sessions().user(name, password, privilege);
        return Answer.empty(204);
    }

    private Answer client(String id, Received request) {
        var fields = Fields.of(request.body());
        var secret = fields.required(fields.text("secret"), "secret");
        var scopes = fields.text("scopes").orElse("");
        fields.refuseOthers();
        vendor.sessions().user(id, secret, Privilege.EVERYTHING);
        vendor.sessions().scopes().install(id, Set.of(scopes.split(" ", -1)));
        return Answer.empty(204);
    }

    private Answer scope(Received request) {
        var fields = Fields.of(request.body());
        vendor.sessions().scopes().want(fields.text("wanted").orElse(""));
        fields.refuseOthers();
        return Answer.empty(204);
    }

    private Answer key(String appKey, Received request) {
        var fields = Fields.of(request.body());
        var key = new ApiKey(
                appKey,
                fields.required(fields.text("secret"), "secret"),
                fields.required(fields.text("accessToken"), "accessToken"),
                fields.required(fields.text("accessTokenSecret"), "accessTokenSecret"));
        fields.refuseOthers();
        if (request.method().equals("DELETE")) {
            vendor.apiKeys().remove(key);
        } else {
            vendor.apiKeys().add(key, Privilege.EVERYTHING);
        }
        return Answer.empty(204);
    }

    private Answer address(String service, Received request) {
        if (!DomainDesk.SERVICES.contains(service)) {
            throw Fields.refusal("service", "one of " + DomainDesk.SERVICES + " is expected");
        }
        if (request.method().equals("DELETE")) {
            vendor.world().atHome(service);
        } else {
            var fields = Fields.of(request.body());
            var host = fields.required(fields.text("host"), "host");
            fields.refuseOthers();
            vendor.world().at(service, host);
        }
        return Answer.empty(204);
    }

    private Answer account(String id, Received request) {
        if (request.method().equals("DELETE")) {
            vendor.world().close(id);
        } else {
            var fields = Fields.of(request.body().isEmpty() ? "{}" : request.body());
            var marker = fields.text("marker");
            var objects = objects(fields);
            fields.refuseOthers();
            if (objects.isEmpty()) {
                vendor.world().host(id, marker.orElse(""));
            } else if (marker.isEmpty()) {
                vendor.world().host(id, objects);
            } else {
                throw Fields.refusal("marker", "only the default world is marked");
            }
        }
        return Answer.empty(204);
    }

    private static Map<Kind, List<ObjectNode>> objects(Fields fields) {
        var objects = new EnumMap<Kind, List<ObjectNode>>(Kind.class);
        for (Kind kind : Kind.values()) {
            fields.objects(kind.name().toLowerCase(Locale.ROOT)).ifPresent(given -> objects.put(kind, given));
        }
        return objects;
    }

    private Answer item(Kind kind, String accountId, String itemId, Received request) {
        var account = vendor.world()
                .find(accountId)
                .orElseThrow(() -> Fields.refusal("account", "no such account: " + accountId));
        long id = Ids.one(itemId).orElseThrow(() -> Fields.refusal("id", "not an id: " + itemId));
        switch (request.method()) {
            case "PUT" -> edit(account, kind, id, request.body());
            case "DELETE" ->
                account.delete(kind, present(account, kind, id).path("id").asLong());
            default -> {}
        }
        return Answer.json(200, present(account, kind, id))
                .with(Preconditions.REVISION, Long.toString(account.revision()));
    }

    private static void edit(Account account, Kind kind, long id, String body) {
        var changes = Json.read(body).orElseThrow(() -> Fields.refusal("body", "JSON is expected"));
        if (!(changes instanceof ObjectNode fields)) {
            throw Fields.refusal("body", "an object is expected");
        }
        ObjectNode edited = account.item(kind, id).orElseGet(() -> Json.object().put("deleted", false));
        edited.setAll(fields);
        account.store(kind, List.of(edited.put("id", id)));
    }

    private static JsonNode present(Account account, Kind kind, long id) {
        return account.item(kind, id).orElseThrow(() -> Fields.refusal("id", "no such object: " + id));
    }
}
