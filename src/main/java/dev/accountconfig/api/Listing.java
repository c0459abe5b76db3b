package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Snapshot;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A collection, and one item of it, as answers.
 *
 * @param view of one item
 * @param collection puts views under the collection's name
 * @param noun for a caller who asked for an item that is not there
 */
record Listing<T extends Item, V>(Function<T, V> view, Function<List<V>, Object> collection, String noun) {

    RestResponse<byte[]> all(Served<Snapshot<T>> served, Predicate<T> wanted, Inquiry inquiry) {
        List<V> views = AccountSchedules.present(served).items().stream()
                .filter(wanted)
                .map(view)
                .toList();
        return Answers.of(served, collection.apply(views), inquiry);
    }

    RestResponse<byte[]> one(Served<Snapshot<T>> served, long id, Inquiry inquiry) {
        T item = AccountSchedules.present(served)
                .find(id)
                .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_ITEM, "The account has no " + noun + " " + id + ".")
                        .asException(served));
        return Answers.of(served, view.apply(item), inquiry);
    }
}
