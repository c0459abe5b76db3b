package dev.accountconfig.api;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The times of the reads of one template, each made when there is something to be timed. */
final class TimedReads {
    private final ReadTimes times;
    private final String template;

    /** Where two make one, they make the same. */
    private final @Nullable LongConsumer[] made = new @Nullable LongConsumer[4];

    TimedReads(ReadTimes times, String template) {
        this.times = times;
        this.template = template;
    }

    String template() {
        return template;
    }

    /** @param status 200 or 304 */
    void took(long nanos, boolean onlyHead, int status) {
        int at = (onlyHead ? 2 : 0) + (status == 304 ? 1 : 0);
        LongConsumer known = made[at];
        if (known == null) {
            known = times.of(template, onlyHead ? "HEAD" : "GET", status);
            made[at] = known;
        }
        known.accept(nanos);
    }
}
