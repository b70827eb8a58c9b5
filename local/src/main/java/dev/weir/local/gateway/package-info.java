/**
 * A gateway's job from its file, as a cluster is given it as well: in this process, or on a session
 * cluster of processes of its own.
 */
@NullMarked
package dev.weir.local.gateway;

import org.jspecify.annotations.NullMarked;
