/**
 * A gateway as a user writes it: real files, a broker, a schema registry over HTTP and a cluster in
 * this process. What these tests read back they read with other libraries than Weir's own.
 */
@NullMarked
package dev.weir.promises.gateway;

import org.jspecify.annotations.NullMarked;
