package dev.accountconfig.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A special occasion object: hours that replace workdays on the days they touch (contract 1.6).
 *
 * @param isDefault applies to every skill without an object of its own
 * @param events may be empty, which exempts a skill from the default
 */
public record Occasion(
        long id,
        String name,
        @Nullable String description,
        boolean isDefault,
        boolean deleted,
        List<OccasionEvent> events)
        implements Item {
    public Occasion {
        events = List.copyOf(events);
    }
}
