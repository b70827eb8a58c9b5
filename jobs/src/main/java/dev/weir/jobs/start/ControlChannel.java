package dev.weir.jobs.start;

/**
 * Where a gateway is told what to do.
 *
 * @param topic that commands are read from
 * @param publicKey that they are signed for, in Tink's JSON form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ControlChannel(String topic, byte[] publicKey) {}
