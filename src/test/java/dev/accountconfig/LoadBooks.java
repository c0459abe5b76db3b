package dev.accountconfig;

import dev.accountconfig.LoadPlan.Answer;
import dev.accountconfig.LoadPlan.Ask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a {@link Load} writes down every request and its end. Of one thread. */
final class LoadBooks {

    private final LoadPlan plan;
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final Map<String, Latencies.Growing> latencies = new HashMap<>();
    private final List<String> losses = new ArrayList<>();
    private final List<LoadReport.Violation> violations = new ArrayList<>();
    private long asked;
    private long cancelled;
    private long lost;
    private long violated;

    LoadBooks(LoadPlan plan) {
        this.plan = plan;
    }

    void asked() {
        asked++;
    }

    void cancelled() {
        cancelled++;
    }

    void lost(Ask ask, String words) {
        lost++;
        if (losses.size() < LoadReport.KEPT) {
            losses.add(ask.target() + ": " + words);
        }
    }

    void answered(Answer answer, long nanos) {
        byStatus.merge(answer.status(), 1L, Long::sum);
        latencies
                .computeIfAbsent(plan.classes().apply(answer.header("Cache-Status")), name -> new Latencies.Growing())
                .add(nanos);
        try {
            plan.check().accept(answer);
        } catch (RuntimeException | AssertionError refused) {
            violated(answer, refused);
        }
    }

    LoadReport report(Duration took) {
        return new LoadReport(
                asked,
                Map.copyOf(byStatus),
                cancelled,
                lost,
                List.copyOf(losses),
                violated,
                List.copyOf(violations),
                latencies.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().sorted())),
                took);
    }

    private void violated(Answer answer, Throwable refused) {
        violated++;
        if (violations.size() < LoadReport.KEPT) {
            violations.add(new LoadReport.Violation(answer.ask(), answer.status(), String.valueOf(refused)));
        }
    }
}
