package dev.accountconfig.document;

import dev.accountconfig.schedule.AccountId;

/** What one document is known by. */
public record DocumentId(AccountId account, Target target) {
    /** What an entry costs besides its characters: objects, references, the line it stands in. */
    private static final int OBJECTS = 300;

    /** Roughly, in bytes. */
    public int weight() {
        return OBJECTS + target.path().length() + target.query().length();
    }

    @Override
    public String toString() {
        return target + " of " + account;
    }
}
