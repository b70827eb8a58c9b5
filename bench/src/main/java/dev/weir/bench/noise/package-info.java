/** What it costs to draw OpenDP's noise from Java, against the same loop in Rust. */
@NullMarked
package dev.weir.bench.noise;

import org.jspecify.annotations.NullMarked;
