package dev.accountconfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A client that knows LivePerson alone: it may be pointed at the vendor itself or at the service, and sends the same. */
final class LivePersonClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String host;
    private final Map<String, String> headers;

    LivePersonClient(String host) {
        this(host, Map.of());
    }

    private LivePersonClient(String host, Map<String, String> headers) {
        this.host = host;
        this.headers = headers;
    }

    /** What a client can tell two hosts apart by. */
    record Answer(int status, String body, String revision) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException noJson) {
                throw new AssertionError(body, noJson);
            }
        }
    }

    /** As a user of its own: a second sign-in of one user ends the first. */
    LivePersonClient signedIn(String account, String user) {
        String credentials = "{\"username\":\"" + user + "\",\"password\":\"simulated\"}";
        HttpRequest.Builder login = request("/api/account/" + account + "/login?v=1.3")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(credentials));
        String bearer = send(login).json().path("bearer").asText();
        return bearing(bearer);
    }

    LivePersonClient bearing(String bearer) {
        return new LivePersonClient(host, Map.of("Authorization", "Bearer " + bearer));
    }

    Answer get(String target) {
        return send(request(target));
    }

    Answer getUnlessAt(String revision, String target) {
        return send(request(target).header("If-Match", revision));
    }

    /** @param headers name and value, in turn */
    Answer send(String method, String target, String body, String... headers) {
        HttpRequest.Builder request = request(target);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String target) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://" + host + target)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ac-revision").orElse("none"));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
