/**
 * A Flink cluster in this process, for the demo, for {@code start} and for tests. It runs any
 * graph; it knows nothing of agreements. Everything listens on loopback alone.
 */
@NullMarked
package dev.weir.local.cluster;

import org.jspecify.annotations.NullMarked;
