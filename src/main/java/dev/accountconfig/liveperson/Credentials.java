package dev.accountconfig.liveperson;

/** How an account is signed in to. */
public sealed interface Credentials {
    /** A user of the account, for the login service (contract 5). */
    record Login(String username, Secret password) implements Credentials {}
}
