package dev.accountconfig.api;

import org.jspecify.annotations.Nullable;

/** The item as the vendor had it when a change of it was last decided on; for telling what became of the change. */
final class Sighting {
    private volatile @Nullable Seen last;

    record Seen(Object view, String etag, String name) {}

    void saw(Seen item) {
        last = item;
    }

    @Nullable
    Seen last() {
        return last;
    }

    boolean isNamed(String name) {
        Seen seen = last;
        return seen != null && seen.name.equals(name);
    }

    @Nullable
    String etag() {
        Seen seen = last;
        return seen == null ? null : seen.etag;
    }
}
