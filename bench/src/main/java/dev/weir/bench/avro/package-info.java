/** What one record of Avro costs: Weir's steps, and the same policy by way of GenericRecord. */
@NullMarked
package dev.weir.bench.avro;

import org.jspecify.annotations.NullMarked;
