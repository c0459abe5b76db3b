package dev.accountconfig.api;

/** Ends a creation that turns out to have been made: an earlier attempt of it whose outcome nobody knew. */
final class AlreadyThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Effect effect;

    AlreadyThere(Effect effect) {
        super("made by an earlier attempt", null, false, false);
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }
}
