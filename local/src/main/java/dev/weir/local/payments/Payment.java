package dev.weir.local.payments;

import org.jspecify.annotations.Nullable;

/**
 * One invented record.
 *
 * @param customer what a producer would key the record by
 * @param json the record; for a bad one not always JSON
 * @param country where the customer lives
 * @param flaw why the record must be rejected; null: nothing is wrong with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Payment(String customer, byte[] json, String country, @Nullable Flaw flaw) {

  /** Without the value. */
  @Override
  public String toString() {
    return "Payment[" + (flaw == null ? "good" : flaw.reason()) + "]";
  }
}
