package dev.accountconfig.schedule;

import org.jspecify.annotations.Nullable;

/**
 * A mistake in an account's configuration, or in the way to it, in words.
 *
 * @param itemId null where the item has no readable id, or the account as a whole is meant
 * @param event the event's index in the item, from 0; null where the item as a whole is meant
 * @param words what is wrong, one sentence for a planner
 * @param advice what to do about it, one sentence
 */
public record Finding(
        Severity severity,
        ItemKind kind,
        @Nullable Long itemId,
        @Nullable Integer event,
        String words,
        String advice) {

    public enum Severity {
        /** It works, but probably not as meant. */
        WARNING,
        /** Part of it is not honoured. */
        ERROR
    }
}
