/**
 * Three Flink jobs over the same Kafka topic, side by side: one that changes nothing, one that
 * carries the policy out the naive way, and Weir with everything on. Each pass has a process of its
 * own, apart from the broker's, so that each one's processor time is its own account.
 */
@NullMarked
package dev.weir.bench.e2e;

import org.jspecify.annotations.NullMarked;
