package dev.weir.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.payments.Payment;
import dev.weir.local.terminal.TextTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The demo's statistics as their reader gets them, beside the numbers without noise, which only the
 * owner may see: they stay on this screen.
 */
final class DemoStatistics {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Truth> truth = new TreeMap<>();

  /** What one group is made of. */
  private static final class Truth {
    private final Set<String> customers = new HashSet<>();
    private BigDecimal spend = BigDecimal.ZERO;
    private long payments;
  }

  /** Adds payments that are counted: those that nothing is wrong with. */
  DemoStatistics add(List<Payment> payments) throws IOException {
    for (Payment payment : payments) {
      if (payment.flaw() == null) {
        JsonNode json = JSON.readTree(payment.json());
        Truth of =
            truth.computeIfAbsent(json.at("/merchant/category").asText(), group -> new Truth());
        of.payments++;
        of.customers.add(payment.customer());
        of.spend = of.spend.add(new BigDecimal(json.path("amount").asText()));
      }
    }
    return this;
  }

  /**
   * A table, and what it says.
   *
   * @param rows that were released
   */
  List<String> lines(List<byte[]> rows) throws IOException {
    TextTable table =
        new TextTable("category", "measure", "released", "95 of 100 times within", "true value");
    for (byte[] row : rows) {
      JsonNode json = JSON.readTree(row);
      String group = json.at("/group/merchant.category").asText();
      Truth of = truth.getOrDefault(group, new Truth());
      JsonNode measures = json.path("measures");
      measure(table, group, "payments", measures, of.payments);
      measure(table, "", "customers", measures, of.customers.size());
      measure(table, "", "spend", measures, of.spend.doubleValue());
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (!rows.isEmpty()) {
      JsonNode privacy = JSON.readTree(rows.get(0)).path("privacy");
      lines.add(
          "It cost epsilon "
              + privacy.path("epsilon")
              + " at delta "
              + privacy.path("delta")
              + ", by at most "
              + privacy.at("/perSubject/records")
              + " payments of a customer, of amounts up to 100: what is beyond is left out of the"
              + " released numbers, and not of the true ones.");
    }
    return lines;
  }

  private static void measure(
      TextTable table, String group, String name, JsonNode measures, double truth) {
    JsonNode measure = measures.path(name);
    JsonNode interval = measure.path("interval");
    table.row(
        group,
        name,
        amount(measure.path("value").asDouble()),
        amount(interval.path(0).asDouble()) + " to " + amount(interval.path(1).asDouble()),
        amount(truth));
  }

  private static String amount(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
