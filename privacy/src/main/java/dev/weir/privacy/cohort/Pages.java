package dev.weir.privacy.cohort;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Where the state of one region is: bytes under a key. One writer at a time. */
public interface Pages {

  byte @Nullable [] get(byte[] key);

  void put(byte[] key, byte[] page);

  /** What is not there stays so. */
  void remove(byte[] key);

  /**
   * Visits keys that begin so, in the order of their unsigned bytes, until the visitor says false.
   * It changes no page meanwhile.
   */
  void scan(byte[] prefix, BiPredicate<byte[], byte[]> visitor);
}
