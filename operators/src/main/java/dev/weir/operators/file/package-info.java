/**
 * The files that {@code weir run} reads: JSON lines, CSV and Avro, each a sequence of source
 * records whose values are JSON objects, typed by the product. So a file takes the way of a JSON
 * topic. What a reader cannot make a JSON object of is passed on as bytes that decode refuses and
 * counts. No Flink.
 */
@NullMarked
package dev.weir.operators.file;

import org.jspecify.annotations.NullMarked;
