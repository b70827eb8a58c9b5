/**
 * The strings of JSON (RFC 8259, section 7), from bytes to bytes. No Flink; nothing of what is
 * wrong with the bytes is thrown.
 */
@NullMarked
package dev.weir.operators.json;

import org.jspecify.annotations.NullMarked;
