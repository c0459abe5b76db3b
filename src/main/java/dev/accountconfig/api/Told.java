package dev.accountconfig.api;

import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an answer says about its bytes and their age at one moment.
 *
 * @param revision null where none is to be told
 */
record Told(
        CacheHeaders caching, AsciiString etag, @Nullable String revision) {
    /** The vendor's name for the version of what it answers (contract 8.1). */
    static final String REVISION = "ac-revision";

    private static final AsciiString REVISION_NAME = AsciiString.cached(REVISION);
    static final AsciiString ETAG = AsciiString.cached("ETag");
    private static final AsciiString CACHE_CONTROL = AsciiString.cached("Cache-Control");
    private static final AsciiString AGE = AsciiString.cached("Age");
    private static final AsciiString CACHE_STATUS = AsciiString.cached("Cache-Status");

    void to(HeadLines head) {
        head.add(ETAG, etag);
        changing(caching, revision, head);
    }

    /** All but the tag: what is another a second later. */
    static void changing(CacheHeaders caching, @Nullable String revision, HeadLines head) {
        caching.cacheControl(head.begin(CACHE_CONTROL));
        head.end();
        caching.age(head.begin(AGE));
        head.end();
        caching.cacheStatus(head.begin(CACHE_STATUS));
        head.end();
        if (revision != null) {
            head.add(REVISION_NAME, revision);
        }
    }
}
