/**
 * Commands to a running gateway: what they say, how they are signed, and which of those in a log
 * are obeyed. A command names keys and subjects; it never holds one. Knows of no topic and no job.
 */
@NullMarked
package dev.weir.tokenization.control;

import org.jspecify.annotations.NullMarked;
