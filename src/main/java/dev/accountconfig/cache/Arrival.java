package dev.accountconfig.cache;

import org.jspecify.annotations.Nullable;

/**
 * An entry as a flight brought it home.
 *
 * @param landing null where nothing was asked, because another flight had just landed
 */
record Arrival<V>(Entry<V> entry, @Nullable Landing landing) {

    /**
     * Pure: what becomes of an entry by an answer.
     *
     * @throws OriginFailure where the answer makes no sense for the question
     */
    static <V> Arrival<V> of(Entry<V> before, Answer<V> answer, long now, Lifetime lifetime, Chance chance) {
        return answer.match(
                found -> found(before, found, now, lifetime, chance),
                unchanged -> unchanged(before, unchanged, now, lifetime, chance),
                () -> new Arrival<>(new Entry.Absent<>(now), Landing.ABSENT));
    }

    private static <V> Arrival<V> found(
            Entry<V> before, Answer.Found<V> found, long now, Lifetime lifetime, Chance chance) {
        if (before instanceof Entry.Present<V> present && present.held().equals(found.value())) {
            return new Arrival<>(present.resent(found, now, lifetime.freshOnce(chance)), Landing.UNCHANGED);
        }
        return new Arrival<>(
                new Entry.Present<>(found.value(), found.revision(), now, lifetime.freshOnce(chance), 0),
                Landing.CHANGED);
    }

    private static <V> Arrival<V> unchanged(
            Entry<V> before, Answer.Unchanged<V> unchanged, long now, Lifetime lifetime, Chance chance) {
        if (before instanceof Entry.Present<V> present && present.revisionToAsk() != null) {
            return new Arrival<>(
                    present.confirmed(unchanged.revision(), now, lifetime.freshOnce(chance)), Landing.NOT_MODIFIED);
        }
        throw OriginFailure.unavailable("said 'not modified' to an unconditional question");
    }
}
