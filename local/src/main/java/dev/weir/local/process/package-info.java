/** Processes that this one starts, by their own ids: killed, ended, started again. */
@NullMarked
package dev.weir.local.process;

import org.jspecify.annotations.NullMarked;
