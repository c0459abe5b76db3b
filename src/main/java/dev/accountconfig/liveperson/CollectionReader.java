package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.Finding;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Sourced;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole collection; one broken item becomes a finding and spoils nothing else. */
final class CollectionReader<T extends Item> {
    private final Resource<T> resource;

    CollectionReader(Resource<T> resource) {
        this.resource = resource;
    }

    Snapshot<T> read(List<JsonNode> nodes) {
        List<Sourced<T>> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (JsonNode node : nodes) {
            Long id = Fields.optionalId(node, "id");
            if (id == null) {
                findings.add(nameless(node));
            } else {
                entries.add(new Sourced<>(resource.reader().read(id, node), node.toString()));
            }
        }
        return new Snapshot<>(entries, findings);
    }

    private Finding nameless(JsonNode node) {
        String name = Fields.text(node, "name");
        return new Finding(
                Finding.Severity.ERROR,
                resource.kind(),
                null,
                null,
                "An item " + (name.isEmpty() ? "" : "named \"" + name + "\" ") + "has no readable id and is left out.",
                "Open it in LivePerson and save it again.");
    }
}
