package dev.weir.local.invoice;

import dev.weir.metering.rating.RatedLine.Unit;

/** What is counted, by UN/ECE Recommendation 20. */
enum BilledUnit {
  MONTH("MON", "month"),
  DAY("DAY", "days"),
  THOUSAND("MIL", "thousand records"),
  ONE("C62", "");

  private final String code;
  private final String words;

  BilledUnit(String code, String words) {
    this.code = code;
    this.words = words;
  }

  static BilledUnit of(Unit unit) {
    return switch (unit) {
      case MONTHS -> MONTH;
      case DAYS -> DAY;
      case THOUSAND_RECORDS -> THOUSAND;
      case UNITS -> ONE;
    };
  }

  String code() {
    return code;
  }

  String words() {
    return words;
  }
}
