package dev.accountconfig.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses whoever says so, where callers are admitted. */
@Singleton
public class Doorkeeper {
    public static final String HEADER = "X-Turn-Me-Away";

    void open(@Observes Filters filters) {
        filters.register(Doorkeeper::look, FrontOrder.ADMISSION);
    }

    private static void look(RoutingContext context) {
        if (context.request().headers().contains(HEADER)) {
            context.response().setStatusCode(403).end();
        } else {
            context.next();
        }
    }
}
