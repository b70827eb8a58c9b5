package dev.weir.bench.e2e;

import java.util.Locale;

/** What is compared in pairs. */
enum Variant {
  /** One agreement, and nothing counts what leaves: no gateway is ever built so. */
  UNMETERED,
  /** One agreement. */
  METERED,
  /** Two agreements about the same records. */
  TWO,
  /** The same, of which one is on hold at a tenth of its traffic. */
  HELD;

  boolean hasSecond() {
    return this == TWO || this == HELD;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
