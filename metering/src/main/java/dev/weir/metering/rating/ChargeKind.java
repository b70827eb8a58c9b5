package dev.weir.metering.rating;

/** What a line is for. */
public enum ChargeKind {
  /** The price of the month. */
  MONTH,
  /** Records of the allowance, and records that have no price of their own. */
  FREE,
  /** Records at the price of a tier. */
  RECORDS,
  /** Records over the quota, at a price of their own. */
  OVERAGE,
  /** What lacks to the least that is paid for records. */
  MINIMUM
}
