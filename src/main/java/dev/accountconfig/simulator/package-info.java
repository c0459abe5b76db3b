/**
 * A LivePerson you can bully: all services of the vendor on one port, over real sockets. It is an independent reading of
 * the vendor's contract and shares no code with the client, so that a misreading is caught instead of agreed with.
 *
 * <pre>
 *   Simulator         the levers: start, refuse, listen, reset; EmbeddedSimulator and Main start it elsewhere
 *     Door            the listening socket
 *     Line            the wire: how an answer leaves, whole or broken
 *     Journal         what it was sent
 *     Script          who suffers which {@link dev.accountconfig.simulator.Mishap}, and how often
 *     Vendor          the answer of LivePerson in good health, one desk a service
 *       DomainDesk, LoginDesk, TokenDesk, ConfigurationDesk (ReadDesk, WriteDesk, SkillDesk)
 *       Sessions, ApiKeys   who may ask
 *       World         accounts and their objects
 *       Habits        how it behaves where the contract is silent, and which rules it insists on
 *     ControlDesk     the same levers over HTTP, under /_simulator
 * </pre>
 */
@NullMarked
package dev.accountconfig.simulator;

import org.jspecify.annotations.NullMarked;
