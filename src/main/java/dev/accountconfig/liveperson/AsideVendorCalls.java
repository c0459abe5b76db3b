package dev.accountconfig.liveperson;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;

/**
 * What is large is read off the event loop it came in by: parsing a megabyte takes longer than the other readers of that
 * thread should wait. What is small stays, since handing it over costs more than reading it.
 */
public final class AsideVendorCalls implements VendorCalls {
    /** Bytes that are parsed in well under a millisecond. */
    private static final int SMALL = 32 << 10;

    private final VendorCalls inner;
    private final Executor readers;

    public AsideVendorCalls(VendorCalls inner, Executor readers) {
        this.inner = inner;
        this.readers = readers;
    }

    @Override
    public Uni<VendorAnswer> send(VendorCall call) {
        return inner.send(call).chain(answer -> {
            Uni<VendorAnswer> here = Uni.createFrom().item(answer);
            return isLarge(answer) ? here.emitOn(readers) : here;
        });
    }

    private static boolean isLarge(VendorAnswer answer) {
        return answer.match(content -> content.body().length() > SMALL, same -> false, () -> false);
    }
}
