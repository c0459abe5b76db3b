package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The Login Service, agentVep: login, refresh and logout (contract, sections 5 and 11.2). */
final class LoginDesk {

    private static final DateTimeFormatter ERROR_TIME =
            DateTimeFormatter.ofPattern("MMM d, yyyy h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);
    private static final JsonNode TEMPLATE = Json.resource("login.json");

    private final World world;
    private final Sessions sessions;
    private final DomainDesk domains;
    private final InstantSource clock;

    LoginDesk(World world, Sessions sessions, DomainDesk domains, InstantSource clock) {
        this.world = world;
        this.sessions = sessions;
        this.domains = domains;
        this.clock = clock;
    }

    Answer login(Received request) {
        var name = text(request, "username");
        var password = text(request, "password");
        if (name.isEmpty() || password.isEmpty()) {
            return Answer.json(400, error(clock, 5, "username and password are required"));
        }
        return world.find(request.account())
                .flatMap(account -> sessions.login(account.id(), name.get(), password.get()))
                .map(session -> welcome(session, request))
                .orElseGet(() -> Answer.json(401, error(clock, 6, "Invalid site, agent or credentials")));
    }

    /** Prolongs the session; hands out no new bearer. */
    Answer refresh(Received request) {
        return session(request)
                .map(session -> {
                    sessions.refresh(session);
                    return Answer.empty(200);
                })
                .orElseGet(this::wrongCsrf);
    }

    Answer logout(Received request) {
        return session(request)
                .map(session -> {
                    sessions.end(session);
                    return Answer.empty(200);
                })
                .orElseGet(this::wrongCsrf);
    }

    /** The plain error shape of the agentVep family (contract, section 8.5). */
    static ObjectNode error(InstantSource clock, int internalCode, String message) {
        return Json.object().put("time", clock.millis()).put("message", message).put("internalCode", internalCode);
    }

    private Answer welcome(Session session, Received request) {
        ObjectNode body = TEMPLATE.deepCopy();
        body.put("csrf", session.csrf()).put("bearer", session.bearer()).put("sessionId", session.id());
        body.put("sessionTTl", Long.toString(sessions.length().toMillis()));
        body.withObject("/config").put("loginName", session.user()).put("serverCurrentTime", clock.millis());
        body.set("csdsCollectionResponse", domains.list(DomainDesk.SERVICES, request));
        return Answer.json(200, body).with("set-cookie", "Session_id=" + session.id() + "; Path=/; HttpOnly");
    }

    private Optional<Session> session(Received request) {
        return cookie(request)
                .flatMap(id -> sessions.ofCookie(request.account(), id))
                .filter(session ->
                        text(request, "csrf").filter(session.csrf()::equals).isPresent());
    }

    private Answer wrongCsrf() {
        var error = Json.object()
                .put("time", ERROR_TIME.format(clock.instant()))
                .put("message", "CSRF token invalid! (simulated)")
                .put("internalCode", 10)
                .put("responseStatus", "UNAUTHORIZED");
        return Answer.json(401, Json.object().set("error", error));
    }

    private static Optional<String> cookie(Received request) {
        return request.header("cookie").stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith("Session_id="))
                .map(pair -> pair.substring("Session_id=".length()))
                .findFirst();
    }

    private static Optional<String> text(Received request, String field) {
        return Json.read(request.body())
                .map(body -> body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
