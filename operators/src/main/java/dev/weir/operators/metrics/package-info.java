/**
 * What is counted: per release what came, left, was withheld or dead-lettered and why, and how long
 * a record was on its way. Each count is one number that is seen as a Flink metric while a job runs
 * and as an accumulator when it ends.
 *
 * <p>Names and labels come from the plan and from {@link dev.weir.operators.record.Reason} alone,
 * never from data.
 */
@NullMarked
package dev.weir.operators.metrics;

import org.jspecify.annotations.NullMarked;
