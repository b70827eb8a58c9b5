/**
 * Avro events to what leaves: a release's output schema, built from its plan and the reader's types
 * alone, and the writing of its data straight from the bytes of the source's. Nothing of the
 * source's schema but types, scales and the names that the product declares gets into the output
 * schema.
 */
@NullMarked
package dev.weir.operators.treat.avro;

import org.jspecify.annotations.NullMarked;
