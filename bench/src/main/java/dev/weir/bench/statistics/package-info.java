/**
 * What statistics cost: records a second through bounding and aggregation, beside jobs that are
 * keyed the same way and only pass records on; and a window of very many groups.
 */
@NullMarked
package dev.weir.bench.statistics;

import org.jspecify.annotations.NullMarked;
