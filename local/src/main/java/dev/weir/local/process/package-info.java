/**
 * Processes that this one starts, by their own ids: killed, ended, started again; and ports of
 * loopback for what listens.
 */
@NullMarked
package dev.weir.local.process;

import org.jspecify.annotations.NullMarked;
