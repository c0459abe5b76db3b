/**
 * A wire that can be broken, between a client and a server that knows nothing of it.
 *
 * <pre>
 *   FaultProxy      a port in front of a server; suffers one {@link dev.accountconfig.faults.Fault} at a time
 *     Wire          one connection of a client and the one behind it, byte by byte
 *     Tally         connections and bytes
 *     Terminator    TLS, between the wire and the server: what is broken is then the encrypted bytes
 *       Authority   certificates made on the spot, and the PEM of whom to trust
 * </pre>
 */
@NullMarked
package dev.accountconfig.faults;

import org.jspecify.annotations.NullMarked;
