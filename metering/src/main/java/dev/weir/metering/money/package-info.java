/**
 * Amounts of money in whole minor units of ISO 4217, and the one rule by which they are rounded.
 */
@NullMarked
package dev.weir.metering.money;

import org.jspecify.annotations.NullMarked;
