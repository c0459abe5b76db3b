package dev.accountconfig.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Every meter of ours, with its labels; the README's table is tested against it. No label holds an account, a caller, a
 * path or anything else without bound.
 */
public enum MeterName {
    CACHE_READS("accountconfig.cache.reads", "reads, by how they were served", "collection", "outcome"),
    CACHE_COLLAPSED("accountconfig.cache.collapsed", "reads that waited for a flight of another", "collection"),
    CACHE_FLIGHTS("accountconfig.cache.flights", "flights, by how they ended", "collection", "landing"),
    CACHE_ENTRIES("accountconfig.cache.entries", "keys known, by phase", "collection", "phase"),
    CACHE_OLDEST("accountconfig.cache.entry.age.max", "age of the oldest entry, seconds", "collection"),
    CACHE_HELD_DOWN("accountconfig.cache.held.down", "keys held down after a failed refresh", "collection"),
    CACHE_FILES(
            "accountconfig.cache.files",
            "files below cache.directory, by what became of them",
            "collection",
            "outcome"),
    RENDERED_TOLD("accountconfig.rendered.told", "reads answered with what was rendered for an earlier one"),
    RENDERED_BYTES("accountconfig.rendered.bytes", "bytes of rendered answers that are kept"),
    UPSTREAM_CALLS("accountconfig.upstream.calls", "vendor calls that were sent, seconds", "purpose", "outcome"),
    UPSTREAM_RETRIES("accountconfig.upstream.retries", "early retries of vendor calls", "reason"),
    UPSTREAM_BREAKERS("accountconfig.upstream.breakers", "circuit breakers, by state", "service", "state"),
    UPSTREAM_SIGN_INS("accountconfig.upstream.sign.ins", "sign-ins, by how they ended", "outcome"),
    UPSTREAM_SIGN_INS_HELD(
            "accountconfig.upstream.sign.ins.held", "accounts whose failed sign-in is not tried again yet"),
    UPSTREAM_HOSTS_REFUSED("accountconfig.upstream.hosts.refused", "hosts outside liveperson.allowed-hosts");

    private static final String PREFIX = "accountconfig.";

    private final String id;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, only its type does not say so
    private final List<String> labels;

    MeterName(String id, String meaning, String... labels) {
        this.id = id;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** A registry may outlive the service, in development at least, and a gauge would go on showing what is gone. */
    public static void removeAll(MeterRegistry registry) {
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(PREFIX))
                .forEach(registry::remove);
    }

    /** In Micrometer's dotted form; Prometheus shows underscores and adds a suffix by kind. */
    public String id() {
        return id;
    }

    public String meaning() {
        return meaning;
    }

    public List<String> labels() {
        return labels;
    }
}
