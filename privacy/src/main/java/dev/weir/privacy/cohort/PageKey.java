package dev.weir.privacy.cohort;

import java.nio.ByteBuffer;

/** Keys of pages; a letter tells the kind. Times are ordered as bytes are. */
final class PageKey {

  static final byte[] META = {'m'};
  static final byte[] COHORTS = {'c'};
  static final byte[] WAITING = {'w'};
  static final byte[] EXPIRIES = {'e'};

  private PageKey() {}

  static byte[] cohort(long number) {
    return ByteBuffer.allocate(9).put((byte) 'c').putLong(number).array();
  }

  static byte[] waiting(long place) {
    return ByteBuffer.allocate(9).put((byte) 'w').putLong(place).array();
  }

  static byte[] memberships(Subject subject) {
    return put(ByteBuffer.allocate(17).put((byte) 's'), subject).array();
  }

  static byte[] expiry(Expiry expiry) {
    ByteBuffer key = ByteBuffer.allocate(33).put((byte) 'e').putLong(flipped(expiry.at()));
    return put(key, expiry.subject()).putLong(expiry.cohort()).array();
  }

  static Expiry expiry(byte[] key) {
    ByteBuffer bytes = ByteBuffer.wrap(key, 1, key.length - 1);
    long at = flipped(bytes.getLong());
    return new Expiry(at, new Subject(bytes.getLong(), bytes.getLong()), bytes.getLong());
  }

  private static ByteBuffer put(ByteBuffer key, Subject subject) {
    return key.putLong(subject.high()).putLong(subject.low());
  }

  /** Unsigned order of the one is signed order of the other. */
  private static long flipped(long time) {
    return time ^ Long.MIN_VALUE;
  }
}
