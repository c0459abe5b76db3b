package dev.accountconfig.access;

import java.time.Duration;
import java.util.Set;

/** Somebody who is known: a name for the audit, the accounts and verbs it has, and how much it may ask. */
public final class Caller {
    /** Where callers are not told apart, everybody is this one, without a name. */
    static final Caller ANYBODY =
            new Caller("-", Accounts.every(), Set.of(Verb.READ, Verb.WRITE, Verb.ADMIN), Allowance.UNLIMITED);

    private final String name;
    private final Accounts accounts;
    private final Set<Verb> verbs;
    private final Allowance allowance;

    public Caller(String name, Accounts accounts, Set<Verb> verbs, Allowance allowance) {
        this.name = name;
        this.accounts = accounts;
        this.verbs = Set.copyOf(verbs);
        this.allowance = allowance;
    }

    public String name() {
        return name;
    }

    public boolean may(Verb verb) {
        return verbs.contains(verb);
    }

    /** Whether the account is one of its own; what is not, does not exist for it. */
    public boolean has(String account) {
        return accounts.include(account);
    }

    /** Counts one request. @return how long to wait before the next one; zero where this one may pass */
    public Duration spend() {
        return allowance.spend();
    }

    @Override
    public String toString() {
        return name;
    }
}
