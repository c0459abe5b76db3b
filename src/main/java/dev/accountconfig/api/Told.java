package dev.accountconfig.api;

import io.vertx.core.http.HttpHeaders;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the header of an answer says about its bytes and their age at one moment, in the form in which it is sent. */
final class Told {
    /** The vendor's name for the version of what it answers (contract 8.1). */
    static final String REVISION = "ac-revision";

    private static final CharSequence REVISION_NAME = HttpHeaders.createOptimized(REVISION);
    private static final CharSequence ETAG = HttpHeaders.createOptimized("ETag");
    private static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("Cache-Control");
    private static final CharSequence AGE = HttpHeaders.createOptimized("Age");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private final CharSequence etag;
    private final CharSequence cacheControl;
    private final CharSequence age;
    private final CharSequence cacheStatus;
    private final @Nullable CharSequence revision;

    /** @param revision null where none is to be told */
    Told(CacheHeaders caching, String etag, @Nullable String revision) {
        this.etag = HttpHeaders.createOptimized(etag);
        this.cacheControl = HttpHeaders.createOptimized(caching.cacheControl());
        this.age = HttpHeaders.createOptimized(Long.toString(caching.age()));
        this.cacheStatus = HttpHeaders.createOptimized(caching.cacheStatus());
        this.revision = revision == null ? null : HttpHeaders.createOptimized(revision);
    }

    /** @param header takes names and values, in the order in which they are sent */
    void to(BiConsumer<CharSequence, CharSequence> header) {
        header.accept(ETAG, etag);
        header.accept(CACHE_CONTROL, cacheControl);
        header.accept(AGE, age);
        header.accept(CACHE_STATUS, cacheStatus);
        if (revision != null) {
            header.accept(REVISION_NAME, revision);
        }
    }
}
