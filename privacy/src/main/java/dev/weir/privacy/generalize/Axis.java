package dev.weir.privacy.generalize;

/**
 * One direction in which a value can be made coarser. Codes are ordered so that the smallest public
 * set around some values is told by the lowest and the highest code alone.
 */
public sealed interface Axis permits Grid, Tree, Prefixes {

  /** The code of a missing value: it shares a box with missing ones only. */
  long MISSING = Long.MIN_VALUE;

  /**
   * What is lost if a value is shown as the smallest public set around these two codes: 0 for the
   * exact value, 1 for everything (GLM of Iyengar 2002, for numbers the NCP of Xu et al. 2006).
   *
   * @param low the lower of two codes that were given out by this axis, not {@link #MISSING}
   */
  double loss(long low, long high);

  /** The first code of the smallest public set around the two. */
  long from(long low, long high);

  /** The last code of it; it is in the set. */
  long to(long low, long high);

  /** How a set that {@link #from} and {@link #to} gave is shown to a reader. */
  Shown shown(long from, long to);
}
