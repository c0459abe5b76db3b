package dev.accountconfig.api;

import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemChange;
import dev.accountconfig.schedule.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is to be sent to the vendor, decided on what it has at that moment. Pure but for the {@link Sighting}. */
record Decisions<T extends Item, E>(Wares<T, E> wares) {

    /** @param doubt whether an earlier attempt may have made it */
    Function<Snapshot<T>, ItemChange<E>> creation(byte[] body, Draft<E> wanted, boolean doubt) {
        return present -> {
            if (doubt) {
                findMade(present, wanted);
            }
            return new ItemChange.Creation<>(wares.body().created(body, living(present)));
        };
    }

    Function<Snapshot<T>, ItemChange<E>> replacement(long id, byte[] body, IfMatch condition, Sighting sighting) {
        return present -> {
            require(present, id, condition, sighting);
            return new ItemChange.Replacement<>(id, wares.body().changed(body, id, living(present)));
        };
    }

    Function<Snapshot<T>, ItemChange<E>> deletion(long id, IfMatch condition, Sighting sighting) {
        return present -> {
            require(present, id, condition, sighting);
            return new ItemChange.Deletion<>(id);
        };
    }

    /**
     * Of a body alone: what is wrong in itself is told before anybody is asked.
     *
     * @throws ProblemException with all that is wrong
     */
    Draft<E> draft(byte[] body) {
        return wares.body().created(body, List.of());
    }

    /** Like that of a new item, save that it may name the id. */
    Draft<E> draft(byte[] body, long id) {
        return wares.body().changed(body, id, List.of());
    }

    private void findMade(Snapshot<T> present, Draft<E> wanted) {
        living(present).stream()
                .filter(item -> wares.says(item, wanted))
                .findFirst()
                .ifPresent(item -> {
                    throw new AlreadyThere(new Effect(item.id(), null, wares.rendered(item), true));
                });
    }

    private void require(Snapshot<T> present, long id, IfMatch condition, Sighting sighting) {
        T item = present.find(id)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> Problem.of(
                                ProblemType.UNKNOWN_ITEM, "The account has no " + wares.noun() + " " + id + ".")
                        .asException());
        Sighting.Seen seen =
                new Sighting.Seen(wares.view().apply(item), wares.rendered(item).etag(), item.name());
        sighting.saw(seen);
        if (!condition.holds(seen.etag())) {
            throw stale(seen);
        }
    }

    static ProblemException stale(Sighting.Seen current) {
        return Problem.of(
                        ProblemType.NOT_THE_CURRENT_ONE,
                        "It was changed meanwhile: current is what LivePerson has, and the ETag of this answer is its tag.")
                .showing(current.view())
                .asException(Map.of("ETag", current.etag()));
    }

    private static <T extends Item> List<T> living(Snapshot<T> present) {
        return present.items().stream().filter(item -> !item.deleted()).toList();
    }
}
