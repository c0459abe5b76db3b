package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.Item;

/** Reads one item that is known to be an object with an id. Never fails: what it does not understand it keeps as such. */
@FunctionalInterface
public interface ItemReader<T extends Item> {
    T read(long id, JsonNode item);
}
