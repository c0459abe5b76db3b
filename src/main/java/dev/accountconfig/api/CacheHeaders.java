package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import java.time.Duration;

/**
 * What a caller is told about caching; never more than the cache itself believes. Pure.
 *
 * @param cacheControl RFC 9111 section 5.2; private, because answers depend on who asks
 * @param age seconds, RFC 9111 section 5.1
 * @param cacheStatus RFC 9211
 */
record CacheHeaders(String cacheControl, long age, String cacheStatus) {
    private static final String US = "accountconfig-proxy";

    /** A cold read that failed: nothing was selected, and nothing came back. */
    static final String FAILED = US + unavailable();

    static CacheHeaders of(Served<?> served) {
        return of(served, served.ttl());
    }

    /** @param valid how long the answer is right, however long what it was made of is believed */
    static CacheHeaders of(Served<?> served, Duration valid) {
        long age = served.age().toSeconds();
        Duration ttl = served.ttl().compareTo(valid) < 0 ? served.ttl() : valid;
        return new CacheHeaders(cacheControl(ttl, age), age, cacheStatus(served));
    }

    /**
     * max-age counts from the origin's word, like Age: what is left of it is what is left for us. Rounded down together,
     * so a caller stops believing up to a second early rather than late.
     */
    private static String cacheControl(Duration ttl, long age) {
        return ttl.toSeconds() <= 0 ? "private, no-cache" : "private, max-age=" + (age + ttl.toSeconds());
    }

    private static String cacheStatus(Served<?> served) {
        long ttl = served.ttl().toSeconds();
        String status = switch (served.outcome()) {
            case HIT -> "; hit; ttl=" + ttl;
            case NEGATIVE -> "; hit; ttl=" + ttl + "; detail=negative";
            case STALE -> "; hit; ttl=" + ttl + "; detail=stale-while-revalidate";
            case STALE_IF_ERROR -> "; hit; ttl=" + ttl + "; detail=stale-if-error";
            case FETCHED -> "; fwd=miss; fwd-status=" + fetched(served) + "; stored";
            case REFRESHED -> "; fwd=stale; fwd-status=" + fetched(served) + "; stored";
            case REVALIDATED -> "; fwd=stale; fwd-status=304";
            case FAILED -> unavailable();
        };
        return US + status + (served.collapsed() ? "; collapsed" : "");
    }

    private static String unavailable() {
        return "; fwd=miss; detail=unavailable";
    }

    private static int fetched(Served<?> served) {
        return served.value().isPresent() ? 200 : 404;
    }
}
