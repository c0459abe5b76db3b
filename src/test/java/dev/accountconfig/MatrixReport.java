package dev.accountconfig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of the outage matrix, for people. */
final class MatrixReport {
    private final List<String> cells = new ArrayList<>();
    private final List<Duration> recoveries = new ArrayList<>();
    private final Map<String, List<Latencies>> latencies = new TreeMap<>();

    void add(LoadReport load) {
        load.latencies()
                .forEach((kind, some) -> latencies
                        .computeIfAbsent(kind, first -> new ArrayList<>())
                        .add(some));
    }

    void recovered(Duration after) {
        recoveries.add(after);
    }

    void cell(String name, Counts during) {
        cells.add("%-40s %s".formatted(name, during));
    }

    private double p99(String kind) {
        return Latencies.joined(latencies.getOrDefault(kind, List.of()))
                .percentile(0.99)
                .toNanos();
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>(cells);
        lines.add(cells.size() + " cells, all reads answered 200");
        latencies.forEach((kind, some) -> lines.add(kind + ": " + Latencies.joined(some)));
        lines.add("99th percentile of stale answers by that of fresh ones: %.2f".formatted(p99("stale") / p99("hit")));
        lines.add("all fresh again after at most %d ms"
                .formatted(recoveries.stream()
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO)
                        .toMillis()));
        Numbers.write(file, lines);
    }
}
