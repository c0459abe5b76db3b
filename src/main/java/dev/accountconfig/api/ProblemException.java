package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Carries no stack trace: it is an answer, not an accident. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient @Nullable Served<?> shownBy;
    private final transient Map<String, String> headers;

    /** @param shownBy the answer of the cache that showed the problem; null where nothing was looked up */
    ProblemException(Problem problem, @Nullable Served<?> shownBy, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.shownBy = shownBy;
        this.headers = Map.copyOf(headers);
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<Served<?>> shownBy() {
        return Optional.ofNullable(shownBy);
    }
}
