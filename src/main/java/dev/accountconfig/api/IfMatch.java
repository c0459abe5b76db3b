package dev.accountconfig.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The condition under which an item may be changed (RFC 9110 section 13.1.1). */
record IfMatch(List<String> lines) {

    /** @throws ProblemException where there is none (RFC 6585 section 3) */
    static IfMatch of(HttpHeaders request) {
        List<String> lines = request.getRequestHeader(HttpHeaders.IF_MATCH);
        if (lines == null || lines.isEmpty()) {
            throw Problem.of(
                            ProblemType.CONDITION_REQUIRED,
                            "Send If-Match with the ETag that GET of the object answered, so that no other change is lost.")
                    .asException();
        }
        return new IfMatch(lines);
    }

    boolean holds(String etag) {
        return EntityTags.matchStrongly(lines, etag);
    }
}
