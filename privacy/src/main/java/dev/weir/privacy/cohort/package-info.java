/**
 * Forms cohorts over a stream: a row leaves in a box that at least k distinct people share, or is
 * suppressed. All state is in {@link dev.weir.privacy.cohort.Pages}: bytes under a key, each page
 * with its version, so that whoever runs it can keep them where it keeps state. Decisions depend on
 * the pages, the rows in their order and the times given; there is no clock and no randomness here,
 * so a replay decides the same.
 *
 * <p>Uses {@code generalize}, {@code crowd} and {@code cluster}. Subjects come as keyed hashes; no
 * {@code toString} shows one, nor a value.
 */
@NullMarked
package dev.weir.privacy.cohort;

import org.jspecify.annotations.NullMarked;
