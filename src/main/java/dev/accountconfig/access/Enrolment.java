package dev.accountconfig.access;

import java.util.Optional;

/**
 * A caller, and by what it may be known besides its keys.
 *
 * @param certificate SHA-256 of its certificate, in hexadecimal digits with or without colons, or the subject's name (RFC 4514)
 * @param tokenName what a token calls it
 */
public record Enrolment(Caller caller, Optional<String> certificate, Optional<String> tokenName) {}
