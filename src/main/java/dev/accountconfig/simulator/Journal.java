package dev.accountconfig.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the vendor was sent: counted exactly, remembered up to a bound. */
final class Journal {

    /** Enough for the longest test; an endurance run must not fill the memory. */
    static final int BOUND = 5_000;

    private record Counted(Service service, String account) {}

    private final Deque<Received> latest = new ArrayDeque<>();
    private final Map<Counted, Long> counts = new HashMap<>();

    synchronized void add(Received request) {
        if (latest.size() == BOUND) {
            latest.removeFirst();
        }
        latest.addLast(request);
        counts.merge(new Counted(request.service(), request.account()), 1L, Long::sum);
    }

    /** The latest {@value #BOUND}, oldest first. */
    synchronized List<Received> requests() {
        return List.copyOf(latest);
    }

    synchronized long count(Service service) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().service() == service)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    synchronized long count(Service service, String account) {
        return counts.getOrDefault(new Counted(service, account), 0L);
    }

    synchronized void clear() {
        latest.clear();
        counts.clear();
    }
}
