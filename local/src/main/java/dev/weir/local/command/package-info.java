/**
 * The {@code weir} command: reads arguments, calls the parts, shows what they give. Every way to
 * end has its exit code in {@link dev.weir.local.command.Exit}; a user's mistake never shows a
 * stack trace. Nothing here decides what may leave.
 */
@NullMarked
package dev.weir.local.command;

import org.jspecify.annotations.NullMarked;
