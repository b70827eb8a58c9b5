package dev.weir.privacy.ledger;

/** What a ledger says to a charge. */
public enum Answer {
  /** The window may be drawn, once. */
  CHARGED,
  /** It was drawn before: it must not be again. */
  ALREADY_CHARGED,
  /** The budget of the period, or the product's ceiling, is spent. */
  EXHAUSTED
}
