package dev.weir.bench.orders;

/**
 * One invented order. Its id tells its number; who ordered is drawn from {@link #USERS} by it.
 *
 * @param cents the last digit is never 0, so that every library writes the amount in the same way
 */
record Order(long number, int user, int cents, long at) {

  static final int USERS = 200_000;

  private static final long FROM = 1_772_352_000_000L; // 2026-03-01T08:00:00Z
  private static final String[] CITIES = {"Aachen", "Frankfurt am Main", "Kiel", "Regensburg"};

  static Order of(long number) {
    long drawn = mixed(number);
    int user = (int) Long.remainderUnsigned(drawn, USERS);
    int cents = (int) Long.remainderUnsigned(drawn >>> 20, 90_000) / 9 * 10 + 1 + user % 9;
    return new Order(number, user, cents, FROM + number);
  }

  /** The finalizer of SplitMix64: spreads numbers evenly, and always the same way. */
  private static long mixed(long number) {
    long z = (number + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  String orderId() {
    return OrderNumber.PREFIX + padded(number, OrderNumber.DIGITS);
  }

  String userId() {
    return "user-" + padded(user, 9);
  }

  String name() {
    return "Maximiliane Mustermann " + padded(user, 6);
  }

  String email() {
    return "maximiliane." + padded(user, 6) + "@example.com";
  }

  String phone() {
    return "+49151" + padded(user, 8);
  }

  String gender() {
    return user % 2 == 0 ? "f" : "m";
  }

  String birthDate() {
    return 1946 + user % 60 + "-" + padded(1 + user % 12, 2) + "-" + padded(1 + user % 28, 2);
  }

  String ip() {
    return "192.0.2." + user % 256;
  }

  String zip() {
    return padded(user % 100_000, 5);
  }

  String city() {
    return CITIES[user % CITIES.length];
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }
}
