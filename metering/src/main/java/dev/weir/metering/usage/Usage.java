package dev.weir.metering.usage;

import java.math.BigDecimal;

/**
 * How much was released. Below 0 where it takes back what was counted too much.
 *
 * @param records rows of the partner's topic
 * @param payloadBytes of their values, without keys and headers
 * @param cells values in them that are not null, each item of an array for itself
 * @param epsilon privacy budget spent; 0 where nothing is noisy
 */
public record Usage(long records, long payloadBytes, long cells, BigDecimal epsilon) {

  /** Nothing was released. */
  public static final Usage NONE = new Usage(0, 0, 0, BigDecimal.ZERO);

  /** The largest count: what every reader of JSON takes exactly (RFC 7493, section 2.2). */
  static final long LARGEST = (1L << 53) - 1;

  /** Digits of ε, before and behind the point; more is no measured figure. */
  static final int DIGITS = 40;

  /** Numbers that are equal are equal however they were written. */
  public Usage {
    epsilon = epsilon.signum() == 0 ? BigDecimal.ZERO : epsilon.stripTrailingZeros();
  }

  /** Records alone. */
  public static Usage ofRecords(long records) {
    return new Usage(records, 0, 0, BigDecimal.ZERO);
  }

  /**
   * @throws ArithmeticException if a sum is above 2⁶³−1
   */
  public Usage plus(Usage other) {
    return new Usage(
        Math.addExact(records, other.records),
        Math.addExact(payloadBytes, other.payloadBytes),
        Math.addExact(cells, other.cells),
        epsilon.add(other.epsilon));
  }

  /** What takes it back. */
  public Usage negated() {
    return new Usage(
        Math.negateExact(records),
        Math.negateExact(payloadBytes),
        Math.negateExact(cells),
        epsilon.negate());
  }

  boolean belowZero() {
    return records < 0 || payloadBytes < 0 || cells < 0 || epsilon.signum() < 0;
  }
}
