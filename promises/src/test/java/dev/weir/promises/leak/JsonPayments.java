package dev.weir.promises.leak;

import java.util.ArrayList;
import java.util.List;

/** Payments in JSON: good ones, and one for each reason why a record does not leave. */
final class JsonPayments {

  static final String GOOD =
      "{\"payment_id\":\"kw9vj-1\",\"customer_id\":\"zq7xk-customer\",\"name\":\"zq7xk-name\","
          + "\"email\":\"zq7xk@example.com\",\"phone\":\"+49zq7xk\",\"national_id\":918273645019,"
          + "\"birth_date\":\"1917-03-13\",\"shipped\":\"2026-06-02\",\"shop\":\"zq7xk-shop\","
          + "\"channel\":\"ONLINE\",\"country\":\"DE\",\"occurred_at\":\"2026-06-01T08:00:00Z\","
          + "\"zq7xk_name\":\"zq7xk\",\"zq7xk\":{\"zq7xk\":[\"zq7xk\"]}}";

  /** A name of the agreement, escaped; a declared name that no release names, escaped. */
  static final String ESCAPED =
      GOOD.replace("\"email\"", "\"\\u0065mail\"").replace("\"name\"", "\"\\u006eame\"");

  /** Each with the reason that it must be given. */
  static final List<Bad> BAD =
      List.of(
          new Bad("malformed", "zq7xk"),
          new Bad("malformed", GOOD.substring(0, GOOD.length() - 1)),
          new Bad("malformed", "[" + GOOD + "]"),
          new Bad("wrong_type", with("email", "{\"zq7xk\":\"zq7xk\"}")),
          new Bad("wrong_type", with("national_id", "\"zq7xk\"")),
          new Bad("wrong_type", with("birth_date", "\"zq7xk\"")),
          new Bad("missing", with("country", "null")),
          new Bad(
              "duplicate_name", GOOD.replace("\"phone\":", "\"payment_id\":\"zq7xk\",\"phone\":")),
          new Bad("not_in_table", with("shop", "\"zq7xk-other\"")),
          new Bad("no_subject", with("customer_id", "null")));

  /** Of these two one cannot be shifted, whichever way the subject's days go. */
  static final List<String> EDGES =
      List.of(with("shipped", "\"9999-12-31\""), with("shipped", "\"0001-01-01\""));

  static final List<Bad> WITHHELD =
      List.of(
          new Bad("outside_jurisdiction", with("country", "\"zq7xk\"")),
          new Bad("outside_period", with("occurred_at", "\"2025-12-31T23:59:59Z\"")),
          new Bad("outside_period", with("occurred_at", "\"2036-01-01T00:00:00Z\"")));

  record Bad(String reason, String json) {}

  private JsonPayments() {}

  private static String with(String field, String value) {
    return GOOD.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+)", "\"" + field + "\":" + value);
  }

  static List<String> all() {
    List<String> all = new ArrayList<>(List.of(GOOD, ESCAPED));
    BAD.forEach(bad -> all.add(bad.json()));
    all.addAll(EDGES);
    WITHHELD.forEach(bad -> all.add(bad.json()));
    return all;
  }
}
