package dev.accountconfig.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Carries no stack trace: it is an answer, not an accident. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient @Nullable CacheHeaders caching;

    /** @param caching of what showed the problem; null where nothing was looked up */
    ProblemException(Problem problem, @Nullable CacheHeaders caching) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.caching = caching;
    }

    Problem problem() {
        return problem;
    }

    Optional<CacheHeaders> caching() {
        return Optional.ofNullable(caching);
    }
}
