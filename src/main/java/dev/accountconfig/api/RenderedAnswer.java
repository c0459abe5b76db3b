package dev.accountconfig.api;

import dev.accountconfig.cache.Basis;
import dev.accountconfig.cache.Standing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was rendered once, to be told again for as long as what it was made of stands, and it is right. Only what
 * changes with time is written anew.
 */
final class RenderedAnswer {
    /** What clients send that take anything, or JSON before anything: curl, java.net.http, Python; axios. */
    private static final Set<String> ANYTHING =
            Set.of("*/*", "application/json, text/plain, */*", "application/json, */*");

    /** What it takes of memory besides its bytes and its target: objects, references, the place in the map. */
    private static final int OBJECTS = 900;

    /** What changes with time, at its longest. */
    private static final int CHANGING = 220;

    private static final AsciiString OK = AsciiString.cached("HTTP/1.1 200 OK\r\n");
    private static final AsciiString NOT_MODIFIED = AsciiString.cached("HTTP/1.1 304 Not Modified\r\n");
    private static final AsciiString CONTENT_TYPE = AsciiString.cached("Content-Type");
    private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");

    private final byte[] body;
    private final AsciiString type;
    private final String mediaType;
    private final String etag;
    private final AsciiString etagAsSent;

    /** The head of the whole answer up to what changes with time; for who wants no body, without its last line. */
    private final AsciiString first;

    private final int firstWithoutLength;
    private final Basis basis;
    private final Validity valid;
    private final boolean likeTheVendor;

    /** @param likeTheVendor with the revision of what it was made of */
    RenderedAnswer(Rendered rendered, Basis basis, Validity valid, boolean likeTheVendor) {
        this.body = rendered.body();
        this.type = AsciiString.cached(rendered.type().toString());
        this.mediaType = rendered.type().getType() + '/' + rendered.type().getSubtype();
        this.etag = rendered.etag();
        this.etagAsSent = new AsciiString(etag);
        ByteBuf wire = Unpooled.buffer();
        WireLines lines = new WireLines(wire);
        Ascii.write(OK, wire);
        lines.add(Told.ETAG, etagAsSent);
        lines.add(CONTENT_TYPE, type);
        this.firstWithoutLength = wire.readableBytes();
        Ascii.write(body.length, lines.begin(CONTENT_LENGTH));
        lines.end();
        this.first = new AsciiString(wire.array(), 0, wire.readableBytes(), true);
        this.basis = basis;
        this.valid = valid;
        this.likeTheVendor = likeTheVendor;
    }

    /** Roughly, in bytes. */
    int weight() {
        return OBJECTS + body.length;
    }

    boolean canBeToldAgain() {
        return basis != Basis.NONE;
    }

    /** @param accept what the caller takes; whatever takes thought is left to the resource */
    boolean suits(@Nullable String accept) {
        return accept == null || ANYTHING.contains(accept) || accept.equals(mediaType);
    }

    /** @return null where it is no longer what a reader would get */
    @Nullable
    Standing standing(Instant now) {
        return valid.holds(now) ? basis.look() : null;
    }

    /** @return 304 where the caller has it already, else 200 */
    int status(MultiMap asked, Standing standing) {
        String tag = asked.get(HttpHeaders.IF_NONE_MATCH);
        if (tag != null && (tag.equals(etag) || EntityTags.match(asked.getAll(HttpHeaders.IF_NONE_MATCH), etag))) {
            return 304;
        }
        String revision = revision(standing);
        boolean known = revision != null
                && asked.contains(HttpHeaders.IF_MATCH)
                && asked.getAll(HttpHeaders.IF_MATCH).contains(revision);
        return known ? 304 : 200;
    }

    /** Leaves it to the framework to send what the resource would have answered. */
    void tell(HttpServerResponse response, boolean onlyHead, int status, Standing standing, Instant now) {
        new Told(caching(standing, now), etagAsSent, revision(standing)).to(new SpeltLines(response::putHeader));
        if (status == 304) {
            response.setStatusCode(304).end();
        } else if (onlyHead) {
            response.putHeader(CONTENT_TYPE, type).end();
        } else {
            response.putHeader(CONTENT_TYPE, type)
                    .putHeader(CONTENT_LENGTH, Integer.toString(body.length))
                    .end(Buffer.buffer(body));
        }
    }

    /**
     * The same as HTTP/1.1 sends it.
     *
     * @param last lines of the head, with its end
     */
    ByteBuf write(
            ByteBufAllocator buffers, boolean onlyHead, int status, Standing standing, Instant now, AsciiString last) {
        boolean whole = status == 200 && !onlyHead;
        ByteBuf answer = buffers.buffer(first.length() + CHANGING + last.length() + (whole ? body.length : 0));
        WireLines lines = new WireLines(answer);
        if (status == 304) {
            Ascii.write(NOT_MODIFIED, answer);
            lines.add(Told.ETAG, etagAsSent);
        } else {
            answer.writeBytes(first.array(), 0, onlyHead ? firstWithoutLength : first.length());
        }
        Told.changing(caching(standing, now), revision(standing), lines);
        Ascii.write(last, answer);
        return whole ? answer.writeBytes(body) : answer;
    }

    private CacheHeaders caching(Standing standing, Instant now) {
        long ttl = standing.ttl();
        return new CacheHeaders(standing.outcome(), true, false, standing.age(), ttl, Math.min(ttl, valid.left(now)));
    }

    private @Nullable String revision(Standing standing) {
        return likeTheVendor ? standing.revision() : null;
    }
}
