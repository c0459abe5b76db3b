package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client of the simulator that knows nothing of its inside: immutable, asks, and reports what came back. */
final class Visitor {

    static final String ACCOUNT = "/api/account/31415926";
    static final String OCCASIONS = ACCOUNT + "/configuration/ac-common/specialoccasion";
    static final String WORKDAYS = ACCOUNT + "/configuration/ac-common/workinghours";
    static final String SKILLS = ACCOUNT + "/configuration/le-users/skills";
    static final String CREDENTIALS = "{\"username\":\"hours-proxy\",\"password\":\"simulated\"}";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Simulator simulator;
    private final Map<String, String> headers;

    Visitor(Simulator simulator) {
        this(simulator, Map.of());
    }

    private Visitor(Simulator simulator, Map<String, String> headers) {
        this.simulator = simulator;
        this.headers = headers;
    }

    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return Json.read(body()).orElseThrow(() -> new AssertionError("not JSON: " + body()));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("(none)");
        }

        String revision() {
            return header("ac-revision");
        }

        List<String> names() {
            return json().findValuesAsText("name");
        }
    }

    Visitor with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Visitor(simulator, more);
    }

    Visitor ifMatch(String revision) {
        return with("If-Match", revision);
    }

    Visitor bearing(String bearer) {
        return with("Authorization", "Bearer " + bearer);
    }

    Visitor signedIn() {
        return signedIn("31415926", "hours-proxy", "simulated");
    }

    Visitor signedIn(String account, String user, String password) {
        return bearing(login(account, user, password).json().path("bearer").asText());
    }

    Reply login() {
        return login("31415926", "hours-proxy", "simulated");
    }

    Reply login(String account, String user, String password) {
        var body = Json.object().put("username", user).put("password", password);
        return post("/api/account/" + account + "/login?v=1.3", body.toString());
    }

    Reply get(String path) {
        return ask("GET", path, "");
    }

    Reply post(String path, String body) {
        return ask("POST", path, body);
    }

    Reply put(String path, String body) {
        return ask("PUT", path, body);
    }

    Reply delete(String path) {
        return ask("DELETE", path, "");
    }

    Reply ask(String method, String path, String body) {
        try {
            return new Reply(CLIENT.send(request(method, path, body), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new BrokenLine(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test sees of an I/O failure. */
    static final class BrokenLine extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokenLine(IOException cause) {
            super(cause.toString(), cause);
        }
    }

    private HttpRequest request(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://" + simulator.host() + path))
                .timeout(Duration.ofSeconds(5))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }
}
