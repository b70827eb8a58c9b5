package dev.weir.tokenization.control;

import java.util.Locale;

/** Why a record in the control log is not obeyed. */
public enum Refusal {
  /** Not the envelope, or what was signed is no order. */
  MALFORMED,
  /** An envelope or an order of a version that this build does not know. */
  UNKNOWN_VERSION,
  /** No signature. */
  UNSIGNED,
  /** Not signed by the key that the gateway was given. */
  WRONG_SIGNATURE,
  /** Signed, for another gateway. */
  OTHER_GATEWAY,
  /** Its sequence is not above that of the last command that was obeyed. */
  REPLAYED,
  /** Issued too long before it was put into the log, or after. */
  STALE,
  /** Signed, and nothing that this build can do: start a newer one. */
  UNKNOWN_COMMAND;

  /** As in metrics and logs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
