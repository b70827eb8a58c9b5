/**
 * JSON records (RFC 8259): one pass over the bytes that holds the whole record to the grammar and
 * to UTF-8, notes where the values stand that a plan names, and checks their types. Neither a tree
 * nor a string is made on the way. What is wrong with the bytes becomes a rejection, never an
 * exception; nothing is nested deeper on the stack than the plan's own shape.
 */
@NullMarked
package dev.weir.operators.decode.json;

import org.jspecify.annotations.NullMarked;
