/**
 * The Flink operators of statistics: one holds people to their bounds, keyed by person; one sums
 * what they add, charges, draws, and lets out, keyed by product, so that one ledger is asked for
 * all of a product's partners.
 */
@NullMarked
package dev.weir.operators.stage.statistics;

import org.jspecify.annotations.NullMarked;
