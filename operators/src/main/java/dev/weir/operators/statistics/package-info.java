/**
 * Statistics of a stream: people are held to what one may add, what they add is summed exactly, and
 * once a window is over by the clock of the broker it is charged to the ledger, noised once, and
 * released when the checkpoint is complete that holds its numbers.
 *
 * <p>Which window a record belongs to depends on its own two times alone, when a window is drawn on
 * the clock of the broker alone, and what is charged on the calendar alone: never on what others
 * do.
 */
@NullMarked
package dev.weir.operators.statistics;

import org.jspecify.annotations.NullMarked;
