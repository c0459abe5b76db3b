package dev.accountconfig.schedule;

import org.jspecify.annotations.Nullable;

/**
 * A skill and the objects it points at (contract 3).
 *
 * @param workdaysId null where the account's default is inherited
 * @param occasionsId null where the account's default is inherited
 */
public record Skill(
        long id,
        String name,
        boolean deleted,
        @Nullable Long workdaysId,
        @Nullable Long occasionsId) implements Item {}
