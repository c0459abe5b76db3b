package dev.accountconfig.api;

/**
 * What a request passes before any resource sees it, in this order, on the event loop and before a byte of its body is read.
 * Higher comes first; all come before the handlers of Quarkus.
 */
final class FrontOrder {
    /** Whether it can be read in one way only: {@link FrontDoor}. */
    static final int SHAPE = 10_000;

    /** Whether its caller may do that to that account. */
    static final int ADMISSION = 9_000;

    /** Whether its answer is already rendered. */
    static final int RENDERED = 8_000;

    private FrontOrder() {}
}
