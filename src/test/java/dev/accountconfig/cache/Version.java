package dev.accountconfig.cache;

/** A value that says how new it is: each change, whoever made it, counts one up. */
record Version(long number) {
    Held<Version> held() {
        return new Held<>(this, Long.toString(number));
    }
}
