package dev.weir.operators.statistics;

import dev.weir.privacy.ledger.Span;

/**
 * What a part of the state belongs to.
 *
 * @param release {@code <agreement>/<release>}, and of a coarser size of windows {@code <size>}
 *     besides; empty: the product
 * @param terms under which it was made: what was made under others is left alone, and goes when its
 *     time comes
 */
public record Place(String release, String terms, Span span) {

  /** No name has it. */
  private static final String COARSER = " ";

  /**
   * What windows of a coarser size go by.
   *
   * @param release {@code <agreement>/<release>}
   */
  public static String coarser(String release, String size) {
    return release + COARSER + size;
  }

  /** Whether it is of that release, whatever the size of its windows. */
  public boolean isOf(String whole) {
    return release.equals(whole) || release.startsWith(whole + COARSER);
  }
}
