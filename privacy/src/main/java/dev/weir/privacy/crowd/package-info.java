/**
 * What makes a crowd: how many distinct people, how diverse their sensitive values, how close to
 * those of everybody. Counts people, never rows. No {@code toString} shows a value.
 *
 * <p>Uses {@code generalize} alone.
 */
@NullMarked
package dev.weir.privacy.crowd;

import org.jspecify.annotations.NullMarked;
