/**
 * The workload of all benchmarks: invented orders in JSON and Avro, and one release of them: four
 * fields tokenized, two dropped, two cut, the rest kept. The same number gives the same order.
 */
@NullMarked
package dev.weir.bench.orders;

import org.jspecify.annotations.NullMarked;
