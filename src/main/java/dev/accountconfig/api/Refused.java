package dev.accountconfig.api;

import io.netty.handler.codec.DecoderResult;

/**
 * The mark of a request that was refused before it was one. For the framework it is in order, so that it is answered in its
 * turn, after the answers to what came before it on the same connection.
 */
final class Refused extends DecoderResult {
    private final Problem problem;
    private final String path;

    /** @param path as it was sent, as far as it was read */
    Refused(Problem problem, String path) {
        super(SIGNAL_SUCCESS);
        this.problem = problem;
        this.path = path;
    }

    Problem problem() {
        return problem;
    }

    String path() {
        return path;
    }
}
