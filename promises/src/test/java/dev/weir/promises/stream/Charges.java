package dev.weir.promises.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What usage costs by one price, recomputed from the usage topics in plain Java, and what was
 * charged by the charges topic; both as amounts by agreement, month, kind and tier.
 */
public final class Charges {

  /** Of every agreement: 500.00 a month, a million at 0.40 a thousand, and 0.25 from there. */
  public static final String PRICE =
      "price: {currency: EUR, perMonth: 500.00,"
          + " perThousandRecords: [{upTo: 1000000, price: 0.40}, {price: 0.25}]}";

  private static final long TIER = 1_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String servers;
  private final Duration quiet;

  /**
   * @param quiet for so long nothing must come for a topic to be read to its end
   */
  public Charges(String servers, Duration quiet) {
    this.servers = servers;
    this.quiet = quiet;
  }

  /** By the usage of those partners, each event once. */
  public SortedMap<String, BigDecimal> expected(List<String> partners) throws IOException {
    SortedMap<String, Long> records = new TreeMap<>();
    for (String partner : partners) {
      Set<String> ids = new HashSet<>();
      for (ConsumerRecord<byte[], byte[]> one : all(DrawnUsage.topic(partner))) {
        if (ids.add(id(one))) {
          JsonNode data = JSON.readTree(one.value());
          String month = data.at("/window/from").asText().substring(0, 7);
          String agreement = data.get("agreement").asText().split("@", 2)[0];
          records.merge(agreement + " " + month, data.get("records").asLong(), Long::sum);
        }
      }
    }
    SortedMap<String, BigDecimal> expected = new TreeMap<>();
    records.forEach((month, count) -> price(month, count, expected));
    return expected;
  }

  private static void price(String month, long records, SortedMap<String, BigDecimal> into) {
    into.put(month + " month 0", new BigDecimal("500.00"));
    put(into, month + " records 1", Math.min(records, TIER), "0.40");
    put(into, month + " records 2", Math.max(0, records - TIER), "0.25");
  }

  private static void put(
      SortedMap<String, BigDecimal> into, String place, long records, String price) {
    BigDecimal amount = new BigDecimal(price).multiply(BigDecimal.valueOf(records, 3));
    if (records != 0) {
      into.put(place, amount.setScale(2, RoundingMode.HALF_UP));
    }
  }

  /**
   * What was charged.
   *
   * @param lines how many it is by
   */
  public record Charged(SortedMap<String, BigDecimal> amounts, int lines) {}

  /** By the lines, each of which must stand once. */
  public Charged charged() throws IOException {
    SortedMap<String, BigDecimal> charged = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> line : all("weir.charges")) {
      assertThat(ids.add(id(line))).as("%s stands once", id(line)).isTrue();
      JsonNode json = JSON.readTree(line.value()).get("line");
      charged.merge(
          place(json.get("key")), new BigDecimal(json.get("amount").asText()), BigDecimal::add);
    }
    charged.values().removeIf(amount -> amount.signum() == 0);
    return new Charged(charged, ids.size());
  }

  private static String place(JsonNode key) {
    return String.join(
        " ",
        key.get("agreement").asText(),
        key.get("month").asText(),
        key.get("kind").asText(),
        key.get("tier").asText());
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.headers().lastHeader("ce_id").value(), UTF_8);
  }

  private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (Subscriber reader = new Subscriber(servers, topic)) {
      return reader.read(1, PATIENCE, quiet);
    }
  }
}
