package dev.accountconfig.liveperson;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClient;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Calls over HTTP: one request, one deadline, one limited body, no redirects, nothing decompressed.
 *
 * <p>The client must not follow redirects nor decompress; see {@link VendorSockets}.
 */
public final class HttpVendorCalls implements VendorCalls {
    private final HttpClient client;
    private final CallLimits limits;
    private final ScheduledExecutorService timer;

    public HttpVendorCalls(HttpClient client, CallLimits limits, ScheduledExecutorService timer) {
        this.client = client;
        this.limits = limits;
        this.timer = timer;
    }

    @Override
    public Uni<VendorAnswer> send(VendorCall call) {
        return Uni.createFrom()
                .<VendorAnswer>emitter(asker -> new Exchange(call, limits.bodyLimit(), asker).start(client))
                .ifNoItem()
                .after(limits.deadline())
                .on(timer)
                .failWith(() -> new VendorFailure(
                        VendorFailure.Kind.TIMED_OUT,
                        "gave no whole answer within " + limits.deadline().toMillis() + " ms"));
    }
}
