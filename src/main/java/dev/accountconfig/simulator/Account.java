package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One account of the vendor: its objects and its revision. What changes here changed "at LivePerson", as if a planner had
 * edited it in LivePerson's UI, unless it came in as a request. Every change raises the revision by one, however many
 * objects it touches (contract, section 8.1).
 */
public final class Account {

    /** The revision that the constructed payloads start from (contract, section 11). */
    public static final long FIRST_REVISION = 1204;

    private static final long FIRST_NEW_ID = 4_199_000_000L;

    private final String id;
    private final Map<Kind, Map<Long, ObjectNode>> items = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> revisions = new EnumMap<>(Kind.class);
    private final Map<String, JsonNode> documents = new HashMap<>();
    private long revision = FIRST_REVISION;
    private long nextId = FIRST_NEW_ID;
    private @Nullable Account former;

    Account(String id) {
        this.id = id;
        for (Kind kind : Kind.values()) {
            items.put(kind, new TreeMap<>());
            revisions.put(kind, FIRST_REVISION);
        }
    }

    public String id() {
        return id;
    }

    /** The account-wide revision. */
    public synchronized long revision() {
        return revision;
    }

    /** What the revision would be if each type had its own counter. */
    public synchronized long revision(Kind kind) {
        return revisions.getOrDefault(kind, FIRST_REVISION);
    }

    /** A copy of the object, deleted or not. */
    public synchronized Optional<ObjectNode> item(Kind kind, long itemId) {
        return Optional.ofNullable(of(kind).get(itemId)).map(ObjectNode::deepCopy);
    }

    /** Copies of all objects by id, deleted ones included. */
    public synchronized List<ObjectNode> items(Kind kind) {
        return of(kind).values().stream().map(ObjectNode::deepCopy).toList();
    }

    /** Adds or replaces objects: JSON of one object or of an array, each with an {@code id}; not validated. */
    public void put(Kind kind, String json) {
        var node = Json.read(json).orElseThrow(() -> new IllegalArgumentException("not JSON: " + json));
        store(kind, Json.elements(node).stream().map(ObjectNode.class::cast).toList());
    }

    /** Replaces the whole collection. */
    public synchronized void replaceAll(Kind kind, String json) {
        var before = copy();
        of(kind).clear();
        put(kind, json);
        former = before;
    }

    /** Changes one object in place. */
    public synchronized void edit(Kind kind, long itemId, Consumer<ObjectNode> change) {
        var item = item(kind, itemId).orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + itemId));
        change.accept(item);
        store(kind, List.of(item));
    }

    public void rename(Kind kind, long itemId, String name) {
        edit(kind, itemId, item -> item.put("name", name));
    }

    /** Marks it as deleted, the way the vendor deletes; a deleted object is nobody's default. */
    public void delete(Kind kind, long itemId) {
        edit(kind, itemId, Account::markDeleted);
    }

    /** Takes it out without a trace. */
    public synchronized void vanish(Kind kind, long itemId) {
        former = copy();
        of(kind).remove(itemId);
        raise(kind);
    }

    /** Raises the revision although nothing of these types changed: a user or a campaign was edited. */
    public synchronized void touch() {
        former = copy();
        revision++;
    }

    /** Any other resource, by its path after {@code /configuration/}, such as {@code le-users/users}. */
    public synchronized void document(String path, String json) {
        touch();
        documents.put(path, Json.read(json).orElseThrow(() -> new IllegalArgumentException("not JSON: " + json)));
    }

    synchronized Optional<JsonNode> document(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    /** One change of the collection: all of the objects, or none. */
    synchronized void store(Kind kind, List<ObjectNode> changed) {
        former = copy();
        changed.forEach(item -> of(kind).put(item.path("id").asLong(), item.deepCopy()));
        changed.stream()
                .filter(item -> kind.isHours() && item.path("isDefault").asBoolean())
                .forEach(item -> takeDefault(kind, item.path("id").asLong()));
        raise(kind);
    }

    /** Objects of the first world: no change, hence no new revision. */
    void furnish(Kind kind, List<ObjectNode> first) {
        first.forEach(item -> of(kind).put(item.path("id").asLong(), item));
    }

    /** As it was before the last change; itself where nothing has changed. */
    synchronized Account former() {
        return former == null ? this : former;
    }

    private Account copy() {
        var copy = new Account(id);
        items.forEach(
                (kind, known) -> known.forEach((itemId, item) -> copy.of(kind).put(itemId, item.deepCopy())));
        copy.revisions.putAll(revisions);
        copy.documents.putAll(documents);
        copy.revision = revision;
        return copy;
    }

    synchronized long newId() {
        nextId += 10;
        return nextId;
    }

    static void markDeleted(ObjectNode item) {
        item.put("deleted", true);
        if (item.has("isDefault")) {
            item.put("isDefault", false);
        }
    }

    /** Only one object of a type is the default; the old one silently loses the flag (contract, section 1.8). */
    private void takeDefault(Kind kind, long itemId) {
        of(kind).forEach((other, item) -> item.put("isDefault", other == itemId));
    }

    private void raise(Kind kind) {
        revision++;
        revisions.merge(kind, 1L, Long::sum);
    }

    private Map<Long, ObjectNode> of(Kind kind) {
        return items.computeIfAbsent(kind, absent -> new TreeMap<>());
    }
}
