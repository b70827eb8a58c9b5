package dev.weir.bench.e2e;

/** A Kafka record's key and value. Public, for Flink finds its serializer by looking at it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeyedBytes(byte[] key, byte[] value) {}
