/**
 * Source bytes to events: one pass that finds the fields a plan names, checks their types and looks
 * at nothing else. Each format has its own package below. No Flink; never throws for what is in the
 * bytes.
 */
@NullMarked
package dev.weir.operators.decode;

import org.jspecify.annotations.NullMarked;
