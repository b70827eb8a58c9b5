package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Guarantee;

/**
 * What cohorts of one release must be.
 *
 * @param sensitiveFields how many codes a row brings for the guarantee to look at
 * @param hold how long a row may wait undecided, in the caller's unit of time, at least 0
 * @param horizon how long a person is remembered after their last row, above 0: no longer, and no
 *     more than a 64th of it shorter; as long a release must be assumed to be there to look at
 * @param paced whether newcomers join cohorts that are there only k at once, when {@link
 *     Formation#tick} is called
 */
public record Policy(
    Mode mode,
    Guarantee guarantee,
    int sensitiveFields,
    long hold,
    long horizon,
    boolean paced,
    Tuning tuning) {

  private static final int TICKS = 64;

  public Policy {
    if (hold < 0 || horizon <= 0) {
      throw new IllegalArgumentException("hold is at least 0, horizon above 0");
    }
  }

  /**
   * What a person who comes all the time is not written down again within. To forget them so much
   * too early lets nothing out; to count them too long would.
   */
  long tick() {
    return Math.max(1, horizon / TICKS);
  }
}
