package dev.weir.local.payments;

import java.util.Locale;
import java.util.Random;

/** Where invented customers live, with numbers that are set aside for use in stories. */
enum Country {
  DE("+493023125%03d", 1000, "%05d", 100_000),
  FR("+33199%06d", 1_000_000, "%05d", 96_000),
  GB("+441632960%03d", 1000, "ZZ%d 9XX", 100),
  US("+1202555010%d", 10, "%05d", 100_000);

  private final String phone;
  private final int phones;
  private final String zip;
  private final int zips;

  Country(String phone, int phones, String zip, int zips) {
    this.phone = phone;
    this.phones = phones;
    this.zip = zip;
    this.zips = zips;
  }

  /** More often the first than the last. */
  static Country drawn(Random random) {
    int of100 = random.nextInt(100);
    return of100 < 40 ? DE : of100 < 65 ? FR : of100 < 85 ? GB : US;
  }

  String phone(Random random) {
    return String.format(Locale.ROOT, phone, random.nextInt(phones));
  }

  String zip(Random random) {
    return String.format(Locale.ROOT, zip, random.nextInt(zips));
  }
}
