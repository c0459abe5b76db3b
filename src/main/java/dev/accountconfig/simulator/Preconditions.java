package dev.accountconfig.simulator;

import java.util.Optional;

/**
 * What {@code If-Match} and {@code ac-revision} mean (contract, sections 8.1 and 8.2): on GET the header works like
 * {@code If-None-Match} of HTTP, on writes like itself. There is no ETag.
 */
final class Preconditions {

    static final String REVISION = "ac-revision";

    private final Habits habits;

    Preconditions(Habits habits) {
        this.habits = habits;
    }

    /** A full answer, or 304 where the client has it already; {@code -1} is nobody's revision, so it always gets all. */
    Answer unlessKnown(Received request, long revision, boolean hours, Answer full) {
        boolean conditional = !(hours && habits.has(Quirk.READS_UNCONDITIONAL));
        if (!conditional || !ifMatch(request).equals(Optional.of(Long.toString(revision)))) {
            return full.with(REVISION, Long.toString(revision));
        }
        return habits.has(Quirk.NOT_MODIFIED_WITHOUT_REVISION)
                ? Answer.empty(304)
                : Answer.empty(304).with(REVISION, Long.toString(revision));
    }

    /** @throws Refusal where the client writes on top of something else than the present revision */
    void checkWrite(Received request, long revision, String type) {
        var expected = ifMatch(request);
        if (expected.isEmpty()) {
            checkMissing(request, type);
        } else if (!expected.get().equals("*") && !expected.get().equals(Long.toString(revision))) {
            int status = habits.has(Quirk.STALE_IS_PRECONDITION_FAILED) ? 412 : 409;
            throw new Refusal(Answer.configurationError(status, type, 21, "Revision conflict"));
        }
    }

    private void checkMissing(Received request, String type) {
        if (habits.has(Quirk.MISSING_IF_MATCH_REFUSED) && !request.verb().equals("POST")) {
            throw Refusal.badRequest(type, "If-Match is required");
        }
    }

    private static Optional<String> ifMatch(Received request) {
        return request.header("if-match").map(String::strip);
    }
}
