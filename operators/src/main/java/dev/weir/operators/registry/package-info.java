/**
 * The client of a schema registry that speaks the Confluent REST interface (Confluent's own, or
 * Apicurio's {@code /apis/ccompat/v7}), and the wire format that goes with it. No Flink. No
 * credential and no text of a response ever gets into a message, a log or a {@code toString}.
 */
@NullMarked
package dev.weir.operators.registry;

import org.jspecify.annotations.NullMarked;
