/**
 * From a plan to a Flink graph. Every name and uid comes from the plan; every option that a promise
 * rests on is set here, and verified on the very environment that the graph is built from.
 */
@NullMarked
package dev.weir.jobs.graph;

import org.jspecify.annotations.NullMarked;
