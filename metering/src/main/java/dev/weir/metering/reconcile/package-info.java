/**
 * Whether what was delivered, metered and charged is the same, and where it is not: by partner,
 * agreement, release and minute. It compares what others have read; no Kafka, no Flink.
 */
@NullMarked
package dev.weir.metering.reconcile;

import org.jspecify.annotations.NullMarked;
