/**
 * Kafka at both ends: what is read becomes source records and nothing else, what leaves is what the
 * output record says and nothing else. The settings that exactly-once depends on are fixed here;
 * everything else is the gateway's to set.
 */
@NullMarked
package dev.weir.jobs.kafka;

import org.jspecify.annotations.NullMarked;
