package dev.accountconfig.api;

import dev.accountconfig.cache.Outcome;
import dev.accountconfig.cache.Served;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What a caller is told about caching; never more than the cache itself believes. It is written to where it is sent from:
 * nothing of it is as right a second later. Pure.
 *
 * @param found whether there is something; a known absence is told as well
 * @param age seconds, RFC 9111 section 5.1
 * @param ttl seconds; negative where what is served is not believed any longer
 * @param believed seconds, of the time to live or of the time for which the answer is right
 */
record CacheHeaders(Outcome outcome, boolean found, boolean collapsed, long age, long ttl, long believed) {
    private static final AsciiString US = AsciiString.cached("accountconfig-proxy");
    private static final AsciiString HIT = AsciiString.cached("; hit; ttl=");
    private static final AsciiString NEGATIVE = AsciiString.cached("; detail=negative");
    private static final AsciiString STALE = AsciiString.cached("; detail=stale-while-revalidate");
    private static final AsciiString STALE_IF_ERROR = AsciiString.cached("; detail=stale-if-error");
    private static final AsciiString MISS = AsciiString.cached("; fwd=miss; fwd-status=");
    private static final AsciiString EXPIRED = AsciiString.cached("; fwd=stale; fwd-status=");
    private static final AsciiString STORED = AsciiString.cached("; stored");
    private static final AsciiString UNAVAILABLE = AsciiString.cached("; fwd=miss; detail=unavailable");
    private static final AsciiString COLLAPSED = AsciiString.cached("; collapsed");
    private static final AsciiString MAX_AGE = AsciiString.cached("private, max-age=");
    private static final AsciiString NO_CACHE = AsciiString.cached("private, no-cache");

    /** A cold read that failed: nothing was selected, and nothing came back. */
    static final String FAILED = US.toString() + UNAVAILABLE;

    static CacheHeaders of(Served<?> served) {
        return of(served, Validity.ALWAYS);
    }

    /** @param valid how long the answer is right, however long what it was made of is believed */
    static CacheHeaders of(Served<?> served, Validity valid) {
        long ttl = served.ttl().toSeconds();
        return new CacheHeaders(
                served.outcome(),
                served.value().isPresent(),
                served.collapsed(),
                served.age().toSeconds(),
                ttl,
                Math.min(ttl, valid.left()));
    }

    /** RFC 9111 section 5.2; private, because answers depend on who asks. */
    String cacheControl() {
        return text(this::cacheControl);
    }

    /** RFC 9211. */
    String cacheStatus() {
        return text(this::cacheStatus);
    }

    private static String text(Consumer<ByteBuf> writer) {
        ByteBuf text = Unpooled.buffer(80);
        writer.accept(text);
        return text.toString(StandardCharsets.US_ASCII);
    }

    /**
     * max-age counts from the origin's word, like Age: what is left of it is what is left for us. Rounded down together,
     * so a caller stops believing up to a second early rather than late.
     */
    void cacheControl(ByteBuf to) {
        if (believed <= 0) {
            Ascii.write(NO_CACHE, to);
        } else {
            Ascii.write(MAX_AGE, to);
            Ascii.write(age + believed, to);
        }
    }

    void age(ByteBuf to) {
        Ascii.write(age, to);
    }

    void cacheStatus(ByteBuf to) {
        Ascii.write(US, to);
        switch (outcome) {
            case HIT -> hit(to);
            case NEGATIVE -> hit(to, NEGATIVE);
            case STALE -> hit(to, STALE);
            case STALE_IF_ERROR -> hit(to, STALE_IF_ERROR);
            case FETCHED -> forwarded(to, MISS);
            case REFRESHED -> forwarded(to, EXPIRED);
            case REVALIDATED -> {
                Ascii.write(EXPIRED, to);
                Ascii.write(304, to);
            }
            case FAILED -> Ascii.write(UNAVAILABLE, to);
        }
        if (collapsed) {
            Ascii.write(COLLAPSED, to);
        }
    }

    private void hit(ByteBuf to) {
        Ascii.write(HIT, to);
        Ascii.write(ttl, to);
    }

    private void hit(ByteBuf to, AsciiString detail) {
        hit(to);
        Ascii.write(detail, to);
    }

    private void forwarded(ByteBuf to, AsciiString why) {
        Ascii.write(why, to);
        Ascii.write(found ? 200 : 404, to);
        Ascii.write(STORED, to);
    }
}
