package dev.accountconfig.api;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The body, if there is one, of a request whose head does not have to tell: a DELETE over HTTP/2. Gathered on the event loop;
 * the framework would read it on the worker pool, where a slow one would stop all who need that.
 */
final class UnsaidBody {
    /** As {@code quarkus.http.limits.max-body-size} has it. */
    private static final int LONGEST = 64 << 10;

    private final Buffer gathered = Buffer.buffer();
    private final UniEmitter<? super byte[]> reader;

    private UnsaidBody(UniEmitter<? super byte[]> reader) {
        this.reader = reader;
    }

    /** @return empty where there is none; fails with a {@link ProblemException} where it is too large */
    static Uni<byte[]> of(HttpServerRequest request) {
        return Uni.createFrom().emitter(reader -> new UnsaidBody(reader).read(request));
    }

    private void read(HttpServerRequest request) {
        request.exceptionHandler(reader::fail);
        request.handler(this::add);
        request.endHandler(end -> reader.complete(gathered.getBytes()));
        request.resume();
    }

    private void add(Buffer some) {
        if (gathered.length() + some.length() > LONGEST) {
            reader.fail(FrontDoor.TOO_LARGE.asException());
        } else {
            gathered.appendBuffer(some);
        }
    }
}
