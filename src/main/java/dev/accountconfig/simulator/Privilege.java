package dev.accountconfig.simulator;

/** What a user may do with accountConfig; the rest is answered 403. */
public enum Privilege {
    EVERYTHING,
    READING,
    NOTHING;

    boolean covers(Received request) {
        return switch (this) {
            case EVERYTHING -> true;
            case READING -> request.isRead();
            case NOTHING -> false;
        };
    }
}
