/**
 * The figures of a window: what whole numbers each is summed from, how far one person moves them,
 * the noise that its part of the budget asks for, and what may be published, each number with the
 * interval that the noise alone leaves.
 *
 * <p>Sums of whole numbers (cells) come from outside, where people are held to their bounds; they
 * are exact and secret. What leaves this package as {@link dev.weir.privacy.measure.Figure} follows
 * from noised numbers alone. Knows `budget`, `opendp`, `statistics` and `totals`; holds no state.
 */
@NullMarked
package dev.weir.privacy.measure;

import org.jspecify.annotations.NullMarked;
