/**
 * A field as a draft knows it: type, constraints and what its values look like; from whatever file
 * it was found in. Immutable; holds no value of a sample.
 */
@NullMarked
package dev.weir.local.draft.field;

import org.jspecify.annotations.NullMarked;
