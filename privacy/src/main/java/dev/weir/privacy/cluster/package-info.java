/**
 * Groups of at least k people who lose little by looking alike: k-member (Byun et al. 2007) with
 * dissolving of bad groups. Free of randomness and of clocks: equal input in equal order gives
 * equal groups, wherever it runs.
 *
 * <p>Uses {@code generalize} and {@code crowd}.
 */
@NullMarked
package dev.weir.privacy.cluster;

import org.jspecify.annotations.NullMarked;
