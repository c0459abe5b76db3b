/**
 * Whatever else is configured, known by its address alone: what one document is called, however a caller spells it, and the
 * bytes it was sent as. Knows nothing of what they mean.
 */
@NullMarked
package dev.accountconfig.document;

import org.jspecify.annotations.NullMarked;
