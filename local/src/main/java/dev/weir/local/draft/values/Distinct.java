package dev.weir.local.draft.values;

import java.util.HashSet;
import java.util.Set;

/** How many different values there are, up to a bound; it remembers hashes, no value. */
final class Distinct {

  private static final int MOST = 100_000;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Set<Long> hashes = new HashSet<>();

  void add(String value) {
    if (hashes.size() < MOST) {
      long hash = FNV_OFFSET;
      for (int i = 0; i < value.length(); i++) {
        hash = (hash ^ value.charAt(i)) * FNV_PRIME;
      }
      hashes.add(hash);
    }
  }

  long count() {
    return hashes.size();
  }
}
