/**
 * Avro (1.12 specification, binary encoding): a writer's schema is compiled once into steps that
 * skip what no plan names and note where the named values stand. Neither a GenericRecord nor a
 * string is made on the way. Every length, count and index is checked before it is used; what is
 * wrong with the bytes becomes a rejection, never an exception that leaves the package.
 */
@NullMarked
package dev.weir.operators.decode.avro;

import org.jspecify.annotations.NullMarked;
