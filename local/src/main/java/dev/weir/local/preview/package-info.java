/**
 * What a record was and what would leave of it, for a person to look at. Nothing is written, and
 * nothing of what is looked at is logged.
 */
@NullMarked
package dev.weir.local.preview;

import org.jspecify.annotations.NullMarked;
