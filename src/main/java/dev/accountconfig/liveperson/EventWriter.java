package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of event, both ways: what is read from the vendor's JSON, and what of it is written there. */
interface EventWriter<E> {
    E read(JsonNode event);

    /** Writes what is modelled, and leaves alone what is not. */
    void write(E event, ObjectNode into);

    /** Whether two events can be one that was changed: by what a planner would call them. */
    boolean areNamesakes(E one, E other);
}
