package dev.accountconfig.api;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An error in the words of those who are asked: a problem of ours, or what a client of LivePerson can read. Pure. */
record ErrorBody(String mediaType, String json) {
    /** @param path as it was sent, without the query */
    static ErrorBody of(Problem problem, String path, Instant now) {
        return switch (Face.of(path)) {
            case OWN -> new ErrorBody(Problem.MEDIA_TYPE, json(problem));
            case CONFIGURATION -> new ErrorBody(MediaType.APPLICATION_JSON, json(ConfigurationError.of(problem, path)));
            case SERVICES -> new ErrorBody(MediaType.APPLICATION_JSON, json(ServiceError.of(problem, now)));
        };
    }

    private static String json(Object view) {
        return new String(Json.bytes(view), StandardCharsets.UTF_8);
    }
}
