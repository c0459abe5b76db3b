/**
 * What callers see: the {@code /v1} API and the face of the vendor, their errors and their caching headers. Reads go through
 * {@link dev.accountconfig.api.AccountSchedules}; nothing here knows the vendor.
 */
@NullMarked
package dev.accountconfig.api;

import org.jspecify.annotations.NullMarked;
