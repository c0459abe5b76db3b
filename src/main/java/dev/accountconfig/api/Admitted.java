package dev.accountconfig.api;

import dev.accountconfig.access.Caller;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who was let in, and to which account; it goes with the request.
 *
 * @param account null where the address was read as naming none
 */
record Admitted(Caller caller, @Nullable String account) {
    private static final String KEY = Admitted.class.getName();

    void into(RoutingContext context) {
        context.put(KEY, this);
    }

    /** @return empty where what is asked for is open to all */
    static Optional<Admitted> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    /** For the audit, and as the owner of what the caller names. */
    static String caller(RoutingContext context) {
        return in(context)
                .orElseThrow(() -> new IllegalStateException("a change without a caller"))
                .caller()
                .name();
    }
}
