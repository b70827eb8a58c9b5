package dev.weir.config.check;

import dev.weir.config.agreement.Treatment;

/** Treatments as a user writes them. */
final class Words {

  private Words() {}

  static String of(Treatment treatment) {
    if (treatment instanceof Treatment.Keep) {
      return "keep";
    } else if (treatment instanceof Treatment.Drop) {
      return "drop";
    } else if (treatment instanceof Treatment.Redact) {
      return "redact";
    } else if (treatment instanceof Treatment.Mask) {
      return "mask";
    } else if (treatment instanceof Treatment.Truncate) {
      return "truncate";
    }
    return further(treatment);
  }

  private static String further(Treatment treatment) {
    if (treatment instanceof Treatment.Round) {
      return "round";
    } else if (treatment instanceof Treatment.Bucket) {
      return "bucket";
    } else if (treatment instanceof Treatment.Shift) {
      return "shift";
    } else if (treatment instanceof Treatment.Replace) {
      return "replace";
    }
    return treatment instanceof Treatment.Tokenize ? "tokenize" : "generalize";
  }
}
