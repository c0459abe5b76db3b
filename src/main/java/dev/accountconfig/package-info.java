/**
 * The map of the house, one line a package. An arrow means "may use"; {@code ArchitectureTest} allows no others.
 *
 * <pre>
 *   World       where real time, randomness and threads enter
 *   Wiring      where sockets are opened, decorators stacked, caches put before them; the front (FrontWiring) and settings beside it
 *               -> all of the following but the simulator
 *   metrics     what operators see                                -> liveperson, cache (their listeners), schedule (ids)
 *   api         what callers see                                  -> schedule, document, cache, access
 *   liveperson  the vendor: find it, sign in, ask, insist         -> schedule, document, cache
 *   document    whatever else is configured: its address, bytes   -> schedule (ids)
 *   access      which caller may do what                          -> nobody; knows neither HTTP nor files
 *   schedule    workdays, occasions, skills, effective hours      -> nobody; pure java.time
 *   cache       serve, revalidate, survive, also a restart        -> nobody; knows no vendor, no HTTP, no JSON
 *   simulator   a LivePerson you can bully                        -> nobody, and nobody uses it
 * </pre>
 */
@NullMarked
package dev.accountconfig;

import org.jspecify.annotations.NullMarked;
