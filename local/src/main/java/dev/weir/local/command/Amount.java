package dev.weir.local.command;

import java.util.Locale;

/** How many of something, in words. */
final class Amount {

  private Amount() {}

  /**
   * {@code 1 error}, {@code 2,000 errors}.
   *
   * @param one of a kind whose plural ends in s
   */
  static String of(long count, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
  }

  /** {@code 2,000}. */
  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
