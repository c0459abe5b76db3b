package dev.accountconfig.schedule;

import java.util.List;
import java.util.function.Function;

/** What came of a proposal. */
public sealed interface Checked<E> {
    <R> R match(Function<Draft<E>, R> kept, Function<List<Violation>, R> broken);

    record Kept<E>(Draft<E> draft) implements Checked<E> {
        @Override
        public <R> R match(Function<Draft<E>, R> kept, Function<List<Violation>, R> broken) {
            return kept.apply(draft);
        }
    }

    /** @param violations all of them, at least one */
    record Broken<E>(List<Violation> violations) implements Checked<E> {
        @Override
        public <R> R match(Function<Draft<E>, R> kept, Function<List<Violation>, R> broken) {
            return broken.apply(violations);
        }
    }
}
