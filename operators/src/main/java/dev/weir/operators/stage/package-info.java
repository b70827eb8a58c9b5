/**
 * The Flink operators, one class per stage: decode and treat. They hold what Flink asks for (state,
 * counts, the clock, what ends a job for good); what a record becomes is decided by the decoder and
 * the treaters, which know nothing of Flink.
 *
 * <p>Stages run one after another in one thread and keep nothing of a record once they have passed
 * it on, so that object reuse is safe.
 */
@NullMarked
package dev.weir.operators.stage;

import org.jspecify.annotations.NullMarked;
