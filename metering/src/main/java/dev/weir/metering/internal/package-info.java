/**
 * What only the gateway's owner is told of usage: people, and what did not leave. An event of its
 * own, on a topic of its own; nothing that a partner reads is made of it. No Flink, no Kafka;
 * nothing of a record's values, and of people no more than how many they were.
 */
@NullMarked
package dev.weir.metering.internal;

import org.jspecify.annotations.NullMarked;
