package dev.accountconfig.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Set;

/** Keeps out of the registry what has no bound, and what has no meaning. */
public final class BoundedLabels implements MeterFilter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    /** A request line may hold any token as its method; each new one would be a new series. */
    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("http.server")) {
            return id;
        }
        List<Tag> bounded = id.getTags().stream().map(BoundedLabels::bounded).toList();
        return id.replaceTags(bounded);
    }

    /** One guard an account shares its name with the others of its service, so that these gauges show any one of them. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().startsWith("ft.circuitbreaker.state") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    private static Tag bounded(Tag tag) {
        return tag.getKey().equals("method") && !METHODS.contains(tag.getValue()) ? Tag.of("method", "OTHER") : tag;
    }
}
