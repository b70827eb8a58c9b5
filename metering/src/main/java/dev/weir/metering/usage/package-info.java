/**
 * Usage: what was released, counted by the minute, as CloudEvents 1.0.2 in and out. An event's id
 * is made of what it counts, so that whoever reads it twice adds it once. No prices, no Flink, no
 * Kafka; nothing of a record's values.
 */
@NullMarked
package dev.weir.metering.usage;

import org.jspecify.annotations.NullMarked;
