/**
 * Events to what leaves: each release's treatments, compiled from the plan, writing output bytes
 * straight from source bytes. No Flink; no tree of a record is ever built.
 */
@NullMarked
package dev.weir.operators.treat;

import org.jspecify.annotations.NullMarked;
