package dev.accountconfig.liveperson;

/**
 * A sign-in that the vendor granted.
 *
 * @param ends reading of the ticker after which it is not used any more
 */
record Session(Secret bearer, long ends) {
    Secret authorization() {
        return new Secret("Bearer " + bearer.reveal());
    }
}
