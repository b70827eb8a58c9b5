/** A gateway's job on a cluster in this process, from its file: what a cluster is given as well. */
@NullMarked
package dev.weir.local.gateway;

import org.jspecify.annotations.NullMarked;
