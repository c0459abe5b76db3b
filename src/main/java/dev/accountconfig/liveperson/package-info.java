/**
 * The vendor: find it, sign in, ask, insist. Everything that is peculiar to LivePerson's wire ends here; what leaves this
 * package are values of {@code schedule} and answers of {@code cache}.
 *
 * <p>Facts about the wire are cited as "contract" with the section of the wire contract that they were taken from.
 */
@NullMarked
package dev.accountconfig.liveperson;

import org.jspecify.annotations.NullMarked;
