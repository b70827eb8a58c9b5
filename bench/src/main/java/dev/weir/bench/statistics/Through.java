package dev.weir.bench.statistics;

/** What rows go through, once they are keyed by their people. */
enum Through {
  /** Bounding, sums, windows that are charged and drawn. */
  STATISTICS("statistics"),
  /** An operator that passes rows on. */
  IDENTITY("identity"),
  /** One that reads and writes a number of each row's person as it does. */
  IDENTITY_WITH_STATE("identity with state");

  private final String word;

  Through(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
