/**
 * Whatever else is configured, known by its address alone: what one document is called, however a caller spells it, the
 * bytes it was sent as, and what is to be written there. Knows nothing of what they mean.
 */
@NullMarked
package dev.accountconfig.document;

import org.jspecify.annotations.NullMarked;
