package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Ticker;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Tells a listener how each call that was sent went, and how long it took. */
public final class MeteredVendorCalls implements VendorCalls {
    private final VendorCalls inner;
    private final VendorListener listener;
    private final Ticker ticker;

    public MeteredVendorCalls(VendorCalls inner, VendorListener listener, Ticker ticker) {
        this.inner = inner;
        this.listener = listener;
        this.ticker = ticker;
    }

    @Override
    public Uni<VendorAnswer> send(VendorCall call) {
        return Uni.createFrom().deferred(() -> timed(call, ticker.read()));
    }

    private Uni<VendorAnswer> timed(VendorCall call, long start) {
        return inner.send(call)
                .onItem()
                .invoke(answer -> listener.answered(call.purpose(), answer, since(start)))
                .onFailure(VendorFailure.class)
                .invoke(failure -> listener.failed(call.purpose(), failure.kind(), since(start)));
    }

    private Duration since(long start) {
        return Duration.ofNanos(ticker.read() - start);
    }
}
