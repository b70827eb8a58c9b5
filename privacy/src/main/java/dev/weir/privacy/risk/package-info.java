/**
 * Disclosure risk of what has been released, measured from the sizes of its classes: rows that show
 * the same quasi-identifiers. Measures are defined as ARX and sdcMicro define them and come out
 * with their numbers.
 *
 * <p>Knows no other package of ours.
 */
@NullMarked
package dev.weir.privacy.risk;

import org.jspecify.annotations.NullMarked;
