package dev.weir.local.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** An invented person: the same number and seed give the same one. */
record Customer(
    String id,
    String name,
    String email,
    String phone,
    LocalDate birthDate,
    String street,
    Country country,
    String zip,
    String cardNumber,
    String network) {

  private static final List<String> FIRST =
      List.of(
          "Amélie", "Björn", "Chloé", "Dilek", "Emeka", "Freya", "Günter", "Hana", "Ines", "Jürgen",
          "Kofi", "Léa", "Mehmet", "Nora", "Oluchi", "Priya", "Quentin", "Rosa", "Søren", "Thu");
  private static final List<String> LAST =
      List.of(
          "Almeida",
          "Baumgärtner",
          "Çelik",
          "Dubois",
          "Eze",
          "Faßbender",
          "García",
          "Hoàng",
          "Ibrahim",
          "Jones",
          "Kowalski",
          "Lefèvre",
          "Müller",
          "Nguyễn",
          "O'Brien",
          "Petit",
          "Rossi",
          "Schäfer",
          "Taylor",
          "Weiß");
  private static final List<String> STREETS =
      List.of("Lindenallee", "Rue des Écoles", "Mill Lane", "Bahnhofstraße", "Place du Marché");

  static Customer of(int number, long seed) {
    Random random = new Random(seed * 1_000_003 + number);
    Country country = Country.drawn(random);
    String id = String.format(Locale.ROOT, "C%06d", number);
    return new Customer(
        id,
        pick(FIRST, random) + " " + pick(LAST, random),
        "customer" + number + "@example.com",
        country.phone(random),
        LocalDate.of(1940, 1, 1).plusDays(random.nextInt(66 * 365)),
        pick(STREETS, random) + " " + (1 + random.nextInt(140)),
        country,
        country.zip(random),
        CardNumber.drawn(random),
        random.nextInt(3) == 0 ? "blue" : "green");
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  /** Without a value. */
  @Override
  public String toString() {
    return "Customer";
  }
}
