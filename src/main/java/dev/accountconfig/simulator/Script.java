package dev.accountconfig.simulator;

import java.util.ArrayList;
import java.util.List;

/** The mishaps to come, in the order they were armed: a request meets the first that fits, and only that one. */
final class Script {

    private final List<Armed> armed = new ArrayList<>();

    synchronized void arm(Armed mishap) {
        armed.add(mishap);
        armed.removeIf(Armed::spent);
    }

    synchronized void replace(List<Armed> others) {
        armed.clear();
        others.forEach(this::arm);
    }

    synchronized void clear() {
        armed.clear();
    }

    synchronized List<Armed> waiting() {
        return List.copyOf(armed);
    }

    synchronized Mishap meet(Received request) {
        for (int index = 0; index < armed.size(); index++) {
            var candidate = armed.get(index);
            if (candidate.strikes(request)) {
                armed.set(index, candidate.struck());
                armed.removeIf(Armed::spent);
                return candidate.mishap();
            }
        }
        return new Mishap.None();
    }
}
