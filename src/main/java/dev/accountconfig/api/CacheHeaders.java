package dev.accountconfig.api;

import dev.accountconfig.cache.Outcome;
import dev.accountconfig.cache.Served;

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
        return of(served, Validity.ALWAYS);
    }

    /** @param valid how long the answer is right, however long what it was made of is believed */
    static CacheHeaders of(Served<?> served, Validity valid) {
        long age = served.age().toSeconds();
        long ttl = served.ttl().toSeconds();
        String status =
                how(served.outcome(), ttl, served.value().isPresent()) + (served.collapsed() ? "; collapsed" : "");
        return new CacheHeaders(cacheControl(Math.min(ttl, valid.left()), age), age, US + status);
    }

    /**
     * The same for who is served from memory; durations in seconds.
     *
     * @param believed what is left of the time to live, or of the time for which the answer is right
     */
    static CacheHeaders of(Outcome outcome, long age, long ttl, long believed) {
        return new CacheHeaders(cacheControl(believed, age), age, US + how(outcome, ttl, true));
    }

    /**
     * max-age counts from the origin's word, like Age: what is left of it is what is left for us. Rounded down together,
     * so a caller stops believing up to a second early rather than late.
     *
     * @param left seconds
     */
    private static String cacheControl(long left, long age) {
        return left <= 0 ? "private, no-cache" : "private, max-age=" + (age + left);
    }

    private static String how(Outcome outcome, long ttl, boolean found) {
        return switch (outcome) {
            case HIT -> "; hit; ttl=" + ttl;
            case NEGATIVE -> "; hit; ttl=" + ttl + "; detail=negative";
            case STALE -> "; hit; ttl=" + ttl + "; detail=stale-while-revalidate";
            case STALE_IF_ERROR -> "; hit; ttl=" + ttl + "; detail=stale-if-error";
            case FETCHED -> "; fwd=miss; fwd-status=" + fetched(found) + "; stored";
            case REFRESHED -> "; fwd=stale; fwd-status=" + fetched(found) + "; stored";
            case REVALIDATED -> "; fwd=stale; fwd-status=304";
            case FAILED -> unavailable();
        };
    }

    private static int fetched(boolean found) {
        return found ? 200 : 404;
    }

    private static String unavailable() {
        return "; fwd=miss; detail=unavailable";
    }
}
