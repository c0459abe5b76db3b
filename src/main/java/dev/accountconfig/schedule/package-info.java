/**
 * What an account has configured, and what follows from it: workdays, special occasions, skills. Pure: values and
 * {@code java.time}, no clock, no zone of the machine, no JSON.
 *
 * <p>Vendor facts are cited as "contract" with the section of the wire contract that they were taken from.
 */
@NullMarked
package dev.accountconfig.schedule;

import org.jspecify.annotations.NullMarked;
