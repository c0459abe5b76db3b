package dev.accountconfig.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A LivePerson you can bully, listening on one port for all its services. The methods may be called from any thread but an
 * event loop: those that open or close the door wait for it.
 */
public final class Simulator implements AutoCloseable {

    private static final Duration DOOR_PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Runnable afterwards;
    private final Vendor vendor;
    private final Script script = new Script();
    private final Journal journal = new Journal();
    private final Door door;
    private final ControlDesk control;

    Simulator(Setup setup, Vertx vertx, Runnable afterwards) {
        this.vertx = vertx;
        this.afterwards = afterwards;
        vendor = new Vendor(setup.clock(), setup.random());
        door = new Door(vertx, setup.port(), this::receive);
        control = new ControlDesk(vendor, script, journal, door);
    }

    /** Everything that can be chosen before it starts. */
    public static Setup setup() {
        return Setup.DEFAULT;
    }

    /** Starts on this port, 0 for a free one, with a Vert.x of its own. */
    public static Simulator on(int port) {
        return setup().withPort(port).start();
    }

    /** Starts on a free port with somebody else's Vert.x, which stays open. */
    public static Simulator start(Vertx vertx) {
        return setup().start(vertx);
    }

    public int port() {
        return door.port();
    }

    /** Host and port, the way the Domain API writes them: {@code localhost:8089}. */
    public String host() {
        return "localhost:" + port();
    }

    public World world() {
        return vendor.world();
    }

    public Habits habits() {
        return vendor.habits();
    }

    /** Adds a user, or an OAuth 2 client, or changes one; the default is {@code hours-proxy} with {@code simulated}. */
    public void user(String name, String password, Privilege privilege) {
        vendor.sessions().user(name, password, privilege);
    }

    /** Adds an API key, or changes what it may do; {@link ApiKey#DEFAULT} is there from the start. */
    public void apiKey(ApiKey key, Privilege privilege) {
        vendor.apiKeys().add(key, privilege);
    }

    /** From now on nothing that it signs is let in. */
    public void forgetApiKey(ApiKey key) {
        vendor.apiKeys().remove(key);
    }

    /** Whether this key signed a request, known to the vendor or not. */
    public static boolean isSignedBy(Received request, ApiKey key) {
        return OAuthSignature.of(request).isBy(key);
    }

    /** Adds an OAuth 2 client that was installed with these scopes, or changes one. */
    public void client(String id, String secret, Set<String> scopes) {
        user(id, secret, Privilege.EVERYTHING);
        vendor.sessions().scopes().install(id, scopes);
    }

    /** A token that is granted from now on is good for nothing without this scope; empty for any. */
    public void wantScope(String scope) {
        vendor.sessions().scopes().want(scope);
    }

    /** How long tokens of OAuth 2 live from the next one on; the default is an hour. */
    public void tokenLength(Duration length) {
        vendor.sessions().tokenLength(length);
    }

    /** How long sessions live from their next login or refresh on; the default is 8 hours. */
    public void sessionLength(Duration length) {
        vendor.sessions().length(length);
    }

    /** Kills every bearer, now. */
    public void expireTokens() {
        vendor.sessions().expireAll();
    }

    /** Kills every bearer of an account, now. */
    public void expireTokens(String account) {
        vendor.sessions().expire(account);
    }

    /** Begins the sentence that arms a mishap. */
    public Suffering let(Requests requests) {
        return new Suffering(script, requests, null, null);
    }

    public void clearMishaps() {
        script.clear();
    }

    /** The latest requests to the vendor, oldest first, at most {@value Journal#BOUND}. */
    public List<Received> requests() {
        return journal.requests();
    }

    public List<Received> requests(Service service) {
        return requests().stream()
                .filter(request -> request.service() == service)
                .toList();
    }

    public Optional<Received> last(Service service) {
        return requests(service).stream().reduce((earlier, later) -> later);
    }

    /** All since the start or the last {@link #forgetRequests}, however many. */
    public long count(Service service) {
        return journal.count(service);
    }

    public long count(Service service, String account) {
        return journal.count(service, account);
    }

    public void forgetRequests() {
        journal.clear();
    }

    public boolean isListening() {
        return door.isListening();
    }

    /** Stops listening and breaks every open connection. */
    public void refuse() {
        await(door.shut());
    }

    /** Listens again on the same port. */
    public void listen() {
        await(door.open());
    }

    /** As new: the default world, users, habits, no mishaps, no requests; and listening. Bearers are dead. */
    public void reset() {
        control.reset();
        listen();
    }

    @Override
    public void close() {
        refuse();
        afterwards.run();
    }

    private void receive(HttpServerRequest request) {
        var line = new Line(vertx, request);
        request.body().onSuccess(body -> treat(request, body, line));
    }

    /** A world that a test has furnished badly must not leave a client without an answer. */
    private void treat(HttpServerRequest request, Buffer body, Line line) {
        try {
            treat(Reception.read(request, body), line);
        } catch (IllegalArgumentException undecodable) {
            line.send(Answer.configurationError(400, "request", 5, "malformed request"));
        } catch (RuntimeException broken) {
            line.send(Answer.configurationError(500, "simulator", 20, broken.toString()));
        }
    }

    private void treat(Received request, Line line) {
        if (request.service() == Service.CONTROL) {
            control.answer(request, line);
            return;
        }
        journal.add(request);
        var mishap = script.meet(request);
        mishap.deliver(mishap.answer(vendor, request), line);
    }

    static void await(Future<Void> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(DOOR_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the simulator's door is stuck", e);
        }
    }
}
