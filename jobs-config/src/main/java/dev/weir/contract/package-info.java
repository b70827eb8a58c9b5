/**
 * What a partner is told of a release: its data contract (Open Data Contract Standard) and its Avro
 * schema.
 *
 * <p>Built from an allow-list: the names, types and treatments of the plan, its guarantees and its
 * retention. Nothing that somebody wrote about the source for its own readers is in reach here, for
 * a plan does not hold it; of an Avro reader's schema only types are taken.
 */
@NullMarked
package dev.weir.contract;

import org.jspecify.annotations.NullMarked;
