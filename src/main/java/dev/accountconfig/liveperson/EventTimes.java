package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.schedule.Recurrence;
import dev.accountconfig.schedule.Timing;

/** Writes what {@link EventReader} reads: a start, an end, a rule, in the vendor's order. */
final class EventTimes {
    private EventTimes() {}

    static void write(Timing timing, Recurrence recurrence, ObjectNode into) {
        VendorJson.part(into, "start").put("dateTime", timing.start()).put("timeZone", timing.timeZone());
        VendorJson.part(into, "end").put("dateTime", timing.end()).put("timeZone", timing.timeZone());
        ArrayNode rules = into.putArray("recurrence");
        if (!recurrence.isOnce()) {
            rules.add(recurrence.rule());
        }
    }
}
