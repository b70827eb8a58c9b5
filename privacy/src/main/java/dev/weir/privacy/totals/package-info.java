/**
 * Running totals under one loss of privacy for all their steps, and, of the same making, quantiles:
 * sums over more and more of a stream, each with correlated noise that hardly grows with the number
 * of steps (continual observation).
 *
 * <p>Knows `budget`, `opendp` and `statistics`. {@link Running} is what has to be kept between
 * steps.
 */
@NullMarked
package dev.weir.privacy.totals;

import org.jspecify.annotations.NullMarked;
