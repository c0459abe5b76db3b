package dev.accountconfig.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workdays object ("working hours" on the wire): a weekly pattern of shifts (contract 2).
 *
 * @param isDefault applies to every skill without an object of its own
 */
public record Workdays(
        long id,
        String name,
        @Nullable String description,
        boolean isDefault,
        boolean deleted,
        List<WorkdaysEvent> events)
        implements Item {
    public Workdays {
        events = List.copyOf(events);
    }
}
