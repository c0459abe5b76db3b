package dev.accountconfig.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who decided, wherever an occasion did: those that open it, else those that close it, else those that override its day.
 */
record Reasons(Named opening, Named closing, Named reaching) {

    List<String> at(Instant instant, boolean open) {
        return deciding(instant, open).at(instant);
    }

    /**
     * When others decide, or the same ones otherwise, as long as it neither opens nor closes; empty where that is not in
     * the range these reasons are about.
     */
    Optional<Instant> changeAfter(Instant instant, boolean open) {
        Named deciding = deciding(instant, open);
        Optional<Instant> change = deciding.changeAfter(instant);
        return deciding == reaching
                ? Stream.of(change, closing.changeAfter(instant))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo)
                : change;
    }

    private Named deciding(Instant instant, boolean open) {
        if (open) {
            return opening;
        }
        return closing.at(instant).isEmpty() ? reaching : closing;
    }
}
