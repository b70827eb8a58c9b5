package dev.weir.jobs.kafka.append;

import org.apache.flink.api.connector.source.SourceEvent;

/**
 * From a reader: the topic has so many partitions; has each a reader? Back: so many have. There is
 * no answer while some have none, so that it is asked again.
 */
record PartitionCount(int partitions) implements SourceEvent {}
