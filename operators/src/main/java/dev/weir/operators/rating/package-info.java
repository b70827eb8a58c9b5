/**
 * Usage into charges: each event once, each month of an agreement rated whole, and the lines that
 * lack written in the transaction that takes note of the events. Prices are the module metering's.
 */
@NullMarked
package dev.weir.operators.rating;

import org.jspecify.annotations.NullMarked;
