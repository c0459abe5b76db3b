package dev.accountconfig.api;

import dev.accountconfig.cache.ChangeFailure;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;

/** What a caller is told of a change that is not confirmed. Pure. */
final class ChangeProblems {
    /** LivePerson's own policy begins so. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private ChangeProblems() {}

    /** @param address where what LivePerson has can be seen */
    static ProblemException of(ChangeFailure failure, String address) {
        String words = "LivePerson " + failure.getMessage();
        return switch (failure.certainty()) {
            case NOT_MADE ->
                Problem.of(ProblemType.CHANGE_NOT_MADE, words + ". Nothing was changed.")
                        .asException(Map.of(HttpHeaders.RETRY_AFTER, Long.toString(wait(failure))));
            case REFUSED ->
                Problem.of(ProblemType.VENDOR_REFUSES, words + ". Nothing was changed.")
                        .asException();
            case UNFIT ->
                Problem.of(
                                ProblemType.OBJECT_REFUSED,
                                words + ": it does not take the object as it is. Nothing was changed.")
                        .asException();
            case CONFLICTS ->
                Problem.of(
                                ProblemType.NAME_OR_STATE_CONFLICT,
                                words
                                        + ": the name is taken, perhaps by an object that was deleted, or something else is"
                                        + " changed all the time. Nothing was changed.")
                        .asException();
            case UNKNOWN ->
                Problem.of(
                                ProblemType.CHANGE_UNKNOWN,
                                words + ". It is not known whether the change was made: GET " + address
                                        + " shows what LivePerson has. A POST may be repeated with the same Idempotency-Key.")
                        .asException();
        };
    }

    private static long wait(ChangeFailure failure) {
        return WholeSeconds.of(failure.retryAfter().isZero() ? PAUSE : failure.retryAfter());
    }
}
