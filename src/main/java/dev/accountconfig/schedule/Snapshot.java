package dev.accountconfig.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One collection of an account, whole, at one moment. Two snapshots are equal when the vendor sent the same, whatever
 * its revision counter says.
 *
 * @param entries by ascending id
 * @param findings about items that could not be read at all, and are therefore not among the entries
 */
public record Snapshot<T extends Item>(List<Sourced<T>> entries, List<Finding> findings) {
    public Snapshot {
        entries = entries.stream()
                .sorted(Comparator.comparingLong(entry -> entry.item().id()))
                .toList();
        findings = List.copyOf(findings);
    }

    /** What stands for a collection that the vendor does not have. */
    public static <T extends Item> Snapshot<T> empty() {
        return new Snapshot<>(List.of(), List.of());
    }

    public List<T> items() {
        return entries.stream().map(Sourced::item).toList();
    }

    /** Characters, of all entries as the vendor sent them. */
    public int size() {
        return entries.stream().mapToInt(entry -> entry.source().length()).sum();
    }

    public Optional<T> find(long id) {
        return entries.stream()
                .map(Sourced::item)
                .filter(item -> item.id() == id)
                .findFirst();
    }
}
