package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Schedule.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind that a skill can have: its own, else the account's default (contract 2.4, E1 to E3). A
 * deleted or missing object is as none; of two defaults the highest id counts, as the newest (contract 10.2).
 */
final class Choices<T extends Item> {
    private final Map<Long, T> live;
    private final List<T> defaults;

    Choices(List<T> items, Predicate<T> isDefault) {
        List<T> kept = items.stream().filter(item -> !item.deleted()).toList();
        live = kept.stream().collect(Collectors.toMap(Item::id, Function.identity(), (one, other) -> other));
        defaults = kept.stream()
                .filter(isDefault)
                .sorted(Comparator.comparingLong(Item::id).reversed())
                .toList();
    }

    /** Null where none applies. */
    @Nullable
    Choice<T> of(@Nullable Long own) {
        T item = own == null ? null : live.get(own);
        return item == null ? standard() : new Choice<>(item, false);
    }

    @Nullable
    Choice<T> standard() {
        Optional<Choice<T>> first = defaults.stream().findFirst().map(item -> new Choice<>(item, true));
        return first.orElse(null);
    }

    /** All that claim to be the default; the first one is. */
    List<T> defaults() {
        return defaults;
    }
}
