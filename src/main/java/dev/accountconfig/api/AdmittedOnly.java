package dev.accountconfig.api;

import dev.accountconfig.schedule.AccountId;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * The second look: the account that a resource is about to answer for is the one that was admitted. Should the router and
 * {@link Errand} ever read an address in two ways, nothing is answered; and what was let in as open to all is answered only by
 * what is meant to be.
 */
class AdmittedOnly {
    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        Optional<Admitted> admitted = Admitted.in(context);
        boolean meant = admitted.isPresent()
                ? agrees(
                        admitted.get().account(),
                        request.getUriInfo().getPathParameters().getFirst("accountId"))
                : resource.getResourceClass().isAnnotationPresent(OpenToAll.class);
        if (!meant) {
            throw Problem.of(ProblemType.MALFORMED_TARGET, "The path can be read in two ways.")
                    .asException();
        }
    }

    private static boolean agrees(@Nullable String admitted, @Nullable String answered) {
        return admitted == null ? answered == null || !AccountId.isOne(answered) : admitted.equals(answered);
    }
}
