package dev.accountconfig.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An occasions or workdays object that the vendor would take: all of one but its id, which a new object does not have yet
 * and a changed one keeps. Made by {@link DraftRules}.
 *
 * @param <E> {@link OccasionEvent} or {@link WorkdaysEvent}
 */
public record Draft<E>(String name, @Nullable String description, boolean isDefault, List<E> events) {
    public Draft {
        events = List.copyOf(events);
    }

    public static Draft<OccasionEvent> of(Occasion occasion) {
        return new Draft<>(occasion.name(), occasion.description(), occasion.isDefault(), occasion.events());
    }

    public static Draft<WorkdaysEvent> of(Workdays workdays) {
        return new Draft<>(workdays.name(), workdays.description(), workdays.isDefault(), workdays.events());
    }
}
