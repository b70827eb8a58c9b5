/**
 * The same policy as most would write it, and well: one tree or {@code GenericRecord} a record,
 * Tink asked for its primitive once, buffers and encoders used again. What Weir is held against, in
 * time and in output.
 */
@NullMarked
package dev.weir.bench.naive;

import org.jspecify.annotations.NullMarked;
