package dev.accountconfig.simulator;

/** Which counter a client sees: one for the account, or one for each type (contract, section 8.1, items 3 and 4). */
final class Revisions {

    private Revisions() {}

    static long of(Account account, Kind kind, Habits habits) {
        return habits.has(Quirk.REVISION_PER_TYPE) ? account.revision(kind) : account.revision();
    }
}
