/**
 * A source whose watermarks are append times: where one stands at W, every record of the topic that
 * the broker took at W or before has been emitted. What a record says of its own time moves
 * nothing.
 */
@NullMarked
package dev.weir.jobs.kafka.append;

import org.jspecify.annotations.NullMarked;
