package dev.accountconfig.api;

import dev.accountconfig.cache.Basis;
import dev.accountconfig.cache.Outcome;
import dev.accountconfig.cache.Standing;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was rendered once, to be told again for as long as what it was made of stands, and it is right. Only what
 * changes with time is made anew, and that not more often than it changes.
 */
final class RenderedAnswer {
    /** What clients send that take anything, or JSON before anything: curl, java.net.http, Python; axios. */
    private static final Set<String> ANYTHING =
            Set.of("*/*", "application/json, text/plain, */*", "application/json, */*");

    /** What it takes of memory besides its bytes and its target: objects, references, the place in the map. */
    private static final int OBJECTS = 900;

    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");

    private final Buffer body;
    private final CharSequence length;
    private final CharSequence type;
    private final String mediaType;
    private final String etag;
    private final Basis basis;
    private final Validity valid;
    private final boolean likeTheVendor;

    /** Of the last moment; whoever comes at another makes another, and no harm is done where two do. */
    private @Nullable Moment last;

    /** @param likeTheVendor with the revision of what it was made of */
    RenderedAnswer(Rendered rendered, Basis basis, Validity valid, boolean likeTheVendor) {
        this.body = Buffer.buffer(rendered.body());
        this.length = HttpHeaders.createOptimized(Integer.toString(body.length()));
        this.type = HttpHeaders.createOptimized(rendered.type().toString());
        this.mediaType = rendered.type().getType() + '/' + rendered.type().getSubtype();
        this.etag = rendered.etag();
        this.basis = basis;
        this.valid = valid;
        this.likeTheVendor = likeTheVendor;
    }

    /** @param believed seconds, of the time to live or of the time for which the answer is right */
    private record Moment(
            Outcome outcome,
            long age,
            long ttl,
            long believed,
            @Nullable String revision,
            Told told) {
        boolean is(Outcome now, long seconds, long toLive, long left, @Nullable String at) {
            return outcome == now
                    && age == seconds
                    && ttl == toLive
                    && believed == left
                    && Objects.equals(revision, at);
        }
    }

    /** Roughly, in bytes. */
    int weight() {
        return OBJECTS + body.length();
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

    /** Writes what the resource would have answered. */
    void tell(HttpServerRequest request, Standing standing, Instant now) {
        String revision = likeTheVendor ? standing.revision() : null;
        HttpServerResponse response = request.response();
        told(standing, revision, now).to(response::putHeader);
        if (isKnown(request.headers(), revision)) {
            response.setStatusCode(304).end();
        } else if (HttpMethod.HEAD.equals(request.method())) {
            response.putHeader(CONTENT_TYPE, type).end();
        } else {
            response.putHeader(CONTENT_TYPE, type)
                    .putHeader(HttpHeaders.CONTENT_LENGTH, length)
                    .end(body);
        }
    }

    /** Most callers name the one tag they have. */
    private boolean isKnown(MultiMap asked, @Nullable String revision) {
        String tag = asked.get(HttpHeaders.IF_NONE_MATCH);
        if (tag != null && (tag.equals(etag) || EntityTags.match(asked.getAll(HttpHeaders.IF_NONE_MATCH), etag))) {
            return true;
        }
        return revision != null
                && asked.contains(HttpHeaders.IF_MATCH)
                && asked.getAll(HttpHeaders.IF_MATCH).contains(revision);
    }

    Told told(Standing standing, @Nullable String revision, Instant now) {
        Outcome outcome = standing.outcome();
        long age = standing.age();
        long ttl = standing.ttl();
        long believed = Math.min(ttl, valid.left(now));
        Moment moment = last;
        if (moment == null || !moment.is(outcome, age, ttl, believed, revision)) {
            Told told = new Told(CacheHeaders.of(outcome, age, ttl, believed), etag, revision);
            moment = new Moment(outcome, age, ttl, believed, revision, told);
            last = moment;
        }
        return moment.told();
    }
}
