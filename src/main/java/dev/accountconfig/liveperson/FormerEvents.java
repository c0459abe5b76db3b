package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises events of a changed object in its former self, since they have no ids. First those that say the same, wherever
 * they stand now; then, of what is left, those at the same place that a planner would call the same. Any other event is new,
 * and a former one that nobody took is gone. Each is taken once.
 */
final class FormerEvents<E> {
    private final List<JsonNode> former;
    private final List<E> read;
    private final EventWriter<E> events;
    private final BitSet taken = new BitSet();

    private FormerEvents(List<JsonNode> former, EventWriter<E> events) {
        this.former = former;
        this.read = former.stream().map(events::read).toList();
        this.events = events;
    }

    static <E> FormerEvents<E> of(List<JsonNode> former, EventWriter<E> events) {
        return new FormerEvents<>(former, events);
    }

    /** What to write each of these events on: a copy of its former self, or an empty object. */
    List<ObjectNode> bases(List<E> drafted) {
        List<@Nullable ObjectNode> bases = new ArrayList<>();
        drafted.forEach(event -> bases.add(unchanged(event)));
        for (int index = 0; index < bases.size(); index++) {
            if (bases.get(index) == null) {
                bases.set(index, changed(drafted.get(index), index));
            }
        }
        return bases.stream()
                .map(base -> Objects.requireNonNullElseGet(base, VendorJson::object))
                .toList();
    }

    private @Nullable ObjectNode unchanged(E event) {
        return take(IntStream.range(0, former.size()), index -> read.get(index).equals(event));
    }

    private @Nullable ObjectNode changed(E event, int place) {
        return place < former.size()
                ? take(IntStream.of(place), index -> events.areNamesakes(read.get(index), event))
                : null;
    }

    private @Nullable ObjectNode take(IntStream places, IntPredicate fits) {
        return places.filter(index -> !taken.get(index) && former.get(index).isObject())
                .filter(fits)
                .boxed()
                .findFirst()
                .map(this::copy)
                .orElse(null);
    }

    private ObjectNode copy(int index) {
        taken.set(index);
        return former.get(index).deepCopy();
    }
}
