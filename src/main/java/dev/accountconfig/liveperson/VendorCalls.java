package dev.accountconfig.liveperson;

import io.smallrye.mutiny.Uni;

/** The one seam to the vendor; everything else nests around it. The stack is built in {@code Wiring}. */
@FunctionalInterface
public interface VendorCalls {
    /** @return fails with a {@link VendorFailure} where there is no answer; nothing is sent before subscription */
    Uni<VendorAnswer> send(VendorCall call);
}
