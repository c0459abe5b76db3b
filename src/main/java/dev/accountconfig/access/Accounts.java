package dev.accountconfig.access;

import java.util.Set;

/** Whose accounts: those that are named, or all that are served. */
public record Accounts(boolean all, Set<String> named) {
    public Accounts {
        named = Set.copyOf(named);
    }

    public static Accounts every() {
        return new Accounts(true, Set.of());
    }

    public static Accounts of(Set<String> named) {
        return new Accounts(false, named);
    }

    boolean include(String account) {
        return all || named.contains(account);
    }
}
