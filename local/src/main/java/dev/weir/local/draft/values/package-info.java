/**
 * What a sample's values look like, counted: shapes that say something of a person, dates, lengths,
 * how many differ. Counts and shares leave the package; no value does.
 */
@NullMarked
package dev.weir.local.draft.values;

import org.jspecify.annotations.NullMarked;
