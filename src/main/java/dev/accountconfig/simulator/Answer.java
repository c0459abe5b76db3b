package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What the vendor answers, before the wire has its way with it. */
record Answer(int status, Map<String, String> headers, Buffer body) {

    private static final String CONTENT_TYPE = "content-type";

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Buffer.buffer());
    }

    static Answer json(int status, JsonNode body) {
        return text(status, "application/json", body.toString());
    }

    static Answer text(int status, String contentType, String body) {
        return new Answer(status, Map.of(CONTENT_TYPE, contentType), Buffer.buffer(body));
    }

    /** The error shape of ac-common and le-users (contract, section 8.5). */
    static Answer configurationError(int status, String type, int internalCode, String message) {
        return json(
                status,
                Json.object()
                        .put("type", type)
                        .put("internalCode", internalCode)
                        .put("message", message));
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** The same with its JSON changed in place; any other body stays as it is. */
    Answer mapJson(Consumer<JsonNode> change) {
        return Json.read(body.toString())
                .map(json -> {
                    change.accept(json);
                    return new Answer(status, headers, Buffer.buffer(json.toString()));
                })
                .orElse(this);
    }
}
