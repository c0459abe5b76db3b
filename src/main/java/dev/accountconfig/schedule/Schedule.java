package dev.accountconfig.schedule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What applies to a skill, or to the account as a whole: one workdays object, one occasion object, and the hours they
 * mean together.
 *
 * @param workdays null where none applies
 * @param occasions null where none applies
 */
public record Schedule(
        @Nullable Choice<Workdays> workdays, @Nullable Choice<Occasion> occasions, EffectiveHours hours) {

    /**
     * One of the objects.
     *
     * @param inherited true where it is the account's default, false where the skill points at it
     */
    public record Choice<T extends Item>(T item, boolean inherited) {}

    static @Nullable <T extends Item> T item(@Nullable Choice<T> choice) {
        return Optional.ofNullable(choice).map(Choice::item).orElse(null);
    }
}
