/**
 * Sharing agreements: what one partner gets from one product. Immutable records, one per block of
 * the language; what a build does not enforce yet is marked so and refused by name.
 */
@NullMarked
package dev.weir.config.agreement;

import org.jspecify.annotations.NullMarked;
