/**
 * Noise for the measures of a window: what one person may change, the noise that this needs under a
 * loss of privacy, and the release. Exact values go in as integers (numbers in fixed point); what
 * comes out may be published.
 *
 * <p>Knows `budget` and `opendp`; holds no state.
 */
@NullMarked
package dev.weir.privacy.statistics;

import org.jspecify.annotations.NullMarked;
