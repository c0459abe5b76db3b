package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.cache.Served;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as {@code application/problem+json} (RFC 9457).
 *
 * @param type a urn that names the kind of problem
 * @param detail one sentence about this occurrence; never a stack trace, a class name or a secret
 * @param instance path of the request
 * @param errors the fields at fault; absent where no field is
 * @param current the item as it is, where the caller thought it was another; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors", "current"})
public record Problem(
        @Schema(examples = "urn:accountconfig-proxy:problem:unknown-account")
        String type,

        @Schema(examples = "Unknown account") String title,
        @Schema(examples = "404") int status,

        @Schema(examples = "No account 27182818 is served here.")
        String detail,

        @Schema(examples = "/v1/accounts/27182818/occasions") @Nullable
        String instance,

        List<FieldError> errors,

        @Schema(description = "the object as LivePerson has it, where a condition on it does not hold", nullable = true)
        @Nullable
        Object current) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param pointer where the field is: {@code ?name} for a query parameter, {@code {name}} for a path parameter, a JSON
     *     pointer (RFC 6901) into the body, such as {@code /events/0/end}, or nothing for the body as a whole
     * @param detail what is wrong with it
     */
    public record FieldError(
            @Schema(examples = "?to") String pointer,
            @Schema(examples = "must be later than from") String detail) {}

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.urn(), type.title(), type.status(), detail, null, List.of(), null);
    }

    static Problem invalid(String pointer, String detail) {
        return of(ProblemType.INVALID_PARAMETER, pointer, detail);
    }

    static Problem unknown(String pointer, String detail) {
        return of(ProblemType.UNKNOWN_ITEM, pointer, detail);
    }

    /**
     * @param told at least one
     * @param count how many there are, which can be more than are told
     */
    static Problem invalidBody(List<FieldError> told, int count) {
        ProblemType type = ProblemType.INVALID_BODY;
        return new Problem(type.urn(), type.title(), type.status(), words(told, count), null, List.copyOf(told), null);
    }

    private static String words(List<FieldError> told, int count) {
        if (count > told.size()) {
            return "The body has %d errors; the first %d are told.".formatted(count, told.size());
        }
        FieldError first = told.get(0);
        String subject = first.pointer().isEmpty() ? "The body" : "The field " + first.pointer();
        return count == 1 ? subject + " " + first.detail() + "." : "The body has " + count + " errors.";
    }

    private static Problem of(ProblemType type, String pointer, String detail) {
        return new Problem(
                type.urn(),
                type.title(),
                type.status(),
                "The parameter " + pointer + " " + detail + ".",
                null,
                List.of(new FieldError(pointer, detail)),
                null);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, errors, current);
    }

    /** @param view of the item as it is */
    Problem showing(Object view) {
        return new Problem(type, title, status, detail, instance, errors, view);
    }

    ProblemException asException() {
        return new ProblemException(this, null, Map.of());
    }

    /** A problem that an answer of the cache shows: an item that is not in its collection. */
    ProblemException asException(Served<?> shownBy) {
        return new ProblemException(this, shownBy, Map.of());
    }

    /** @param headers what the answer says besides */
    ProblemException asException(Map<String, String> headers) {
        return new ProblemException(this, null, headers);
    }
}
