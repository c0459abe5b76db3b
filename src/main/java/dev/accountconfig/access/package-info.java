/**
 * Which caller may do what: who somebody is by what was presented, which accounts and verbs are theirs, and how much they may
 * ask. Knows nobody of the house, and neither HTTP nor files: what is read elsewhere is handed in.
 */
@NullMarked
package dev.accountconfig.access;

import org.jspecify.annotations.NullMarked;
