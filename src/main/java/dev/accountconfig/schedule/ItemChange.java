package dev.accountconfig.schedule;

import java.util.function.Function;

/**
 * What is to become of one object of a collection.
 *
 * @param <E> {@link OccasionEvent} or {@link WorkdaysEvent}
 */
public sealed interface ItemChange<E> {
    <R> R match(
            Function<Creation<E>, R> creation,
            Function<Replacement<E>, R> replacement,
            Function<Deletion<E>, R> deletion);

    record Creation<E>(Draft<E> draft) implements ItemChange<E> {
        @Override
        public <R> R match(
                Function<Creation<E>, R> creation,
                Function<Replacement<E>, R> replacement,
                Function<Deletion<E>, R> deletion) {
            return creation.apply(this);
        }
    }

    record Replacement<E>(long id, Draft<E> draft) implements ItemChange<E> {
        @Override
        public <R> R match(
                Function<Creation<E>, R> creation,
                Function<Replacement<E>, R> replacement,
                Function<Deletion<E>, R> deletion) {
            return replacement.apply(this);
        }
    }

    record Deletion<E>(long id) implements ItemChange<E> {
        @Override
        public <R> R match(
                Function<Creation<E>, R> creation,
                Function<Replacement<E>, R> replacement,
                Function<Deletion<E>, R> deletion) {
            return deletion.apply(this);
        }
    }
}
