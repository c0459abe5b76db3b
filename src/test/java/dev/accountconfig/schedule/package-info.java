/** The nine rules, the expected blocks of the contract, and a slow second opinion that has to agree with the fast one. */
@org.jspecify.annotations.NullMarked
package dev.accountconfig.schedule;
