package dev.accountconfig.schedule;

/**
 * A rule that a proposal breaks.
 *
 * @param pointer where, as a JSON pointer into the proposal (RFC 6901); empty for the whole of it
 * @param words what is wrong with what is there, to follow its name: "must not be blank"; never what was written there
 */
public record Violation(String pointer, String words) {}
