/**
 * What is counted to be charged: what left of each release, for its partner, and what else became
 * of records, for the owner alone. Each is told in the transaction that holds what it counts, ahead
 * of the checkpoint's barrier; so the meter has no state, and what is taken back is taken back with
 * what it counted. Numbers, and names from the plan; of people only how many they are.
 */
@NullMarked
package dev.weir.operators.meter;

import org.jspecify.annotations.NullMarked;
