/**
 * The release plan: agreements and products resolved into everything a job needs, and nothing it
 * has to look up. Immutable, printable as JSON, serializable into a job graph; the plan of every
 * example is a golden file, so that a change of behaviour shows as a change of plan.
 *
 * <p>No Flink here, no keys, no values of anybody's data.
 */
@NullMarked
package dev.weir.plan;

import org.jspecify.annotations.NullMarked;
