package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.document.Reply;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as accountConfig tells it (contract 1.7). Only 12 with its words is documented; the other numbers are ours. */
@Schema(name = "ConfigurationError")
@JsonPropertyOrder({"type", "internalCode", "message"})
public record ConfigurationError(
        @Schema(examples = "specialoccasion") String type,
        @Schema(examples = "12") int internalCode,
        @Schema(examples = "No data found") String message) {
    /** By the part of the path that names them. */
    private static final Map<String, String> TYPES = Map.of(
            "/configuration/ac-common/specialoccasion", "specialoccasion",
            "/configuration/ac-common/workinghours", "workinghours",
            "/configuration/le-users/skills", "skills");

    private static final int NOT_FOUND = 404;

    static ConfigurationError of(Problem problem, String path) {
        String message = problem.status() == NOT_FOUND ? "No data found" : problem.detail();
        return new ConfigurationError(type(path), internalCode(problem.status()), message);
    }

    /** What the vendor said with a status alone, or in words that are not its own. */
    static ConfigurationError of(Reply reply, String path) {
        return new ConfigurationError(
                type(path), internalCode(reply.status()), "LivePerson answered " + reply.status() + ".");
    }

    /** One list of numbers for all of the vendor's shapes. */
    static int internalCode(int status) {
        return switch (status) {
            case NOT_FOUND -> 12;
            case 405 -> 4;
            case 401 -> 6;
            case 502 -> 11;
            default -> status < 500 ? 5 : 1;
        };
    }

    private static String type(String path) {
        String decoded = Face.decoded(path);
        return TYPES.entrySet().stream()
                .filter(each -> decoded.matches("[^?]*" + each.getKey() + "(?:/[^/]*)?"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("configuration");
    }
}
