package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;

/**
 * The Domain API (contract, section 4). Every service that was not put elsewhere is at the address that the client itself
 * used, so that the answer holds on localhost and inside a container network alike.
 */
final class DomainDesk {

    static final List<String> SERVICES =
            List.of("accountConfigReadOnly", "accountConfigReadWrite", "agentVep", "sentinel", "shiftstatus");

    private final World world;
    private final Habits habits;
    private final InstantSource clock;

    DomainDesk(World world, Habits habits, InstantSource clock) {
        this.world = world;
        this.habits = habits;
        this.clock = clock;
    }

    Answer answer(Received request) {
        if (world.find(request.account()).isEmpty()) {
            return unknown("Invalid Account id: " + request.account());
        }
        if (request.tail().isEmpty()) {
            return Answer.json(200, list(SERVICES, request));
        }
        return SERVICES.contains(request.tail()) ? one(request) : unknown("Unknown service: " + request.tail());
    }

    /** The services with their hosts, as the login answer repeats them. */
    ObjectNode list(List<String> services, Received request) {
        return Json.object()
                .set(
                        "baseURIs",
                        Json.array(services.stream()
                                .map(service -> entry(service, request))
                                .toList()));
    }

    private Answer one(Received request) {
        return habits.has(Quirk.ONE_DOMAIN_AS_LIST)
                ? Answer.json(200, list(List.of(request.tail()), request))
                : Answer.json(200, entry(request.tail(), request));
    }

    private ObjectNode entry(String service, Received request) {
        return Json.object()
                .put("service", service)
                .put("account", request.account())
                .put("baseURI", address(service, request));
    }

    private String address(String service, Received request) {
        return world.address(service).or(() -> request.header("host")).orElse("localhost");
    }

    private Answer unknown(String message) {
        if (habits.has(Quirk.UNKNOWN_ACCOUNT_EMPTY)) {
            return Answer.json(200, Json.object().set("baseURIs", Json.array()));
        }
        int status = habits.has(Quirk.UNKNOWN_ACCOUNT_NOT_FOUND)
                ? 404
                : habits.has(Quirk.UNKNOWN_ACCOUNT_UNAUTHORIZED) ? 401 : 400;
        return Answer.json(status, LoginDesk.error(clock, 6, message));
    }
}
