package dev.weir.local.reconcile;

import dev.weir.local.billing.BillingInputException;
import dev.weir.metering.reconcile.ChargeRow;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The records that a run's charges.csv charges. It is rated where it is written; here it is
 * counted, and an agreement that is on no line has no price.
 */
final class RunCharged {

  private static final String FILE = "charges.csv";

  private RunCharged() {}

  static List<ChargeRow> rows(Path directory, List<UsageEvent> usage, YearMonth month)
      throws IOException, BillingInputException {
    Map<String, Long> charged = charged(directory.resolve(FILE));
    Map<String, Long> metered = new TreeMap<>();
    Map<String, String> partners = new TreeMap<>();
    for (UsageEvent event : usage) {
      Metered data = event.data();
      if (data.window().month().equals(month)) {
        metered.merge(data.agreement().id(), data.usage().records(), Long::sum);
        partners.put(data.agreement().id(), data.partner());
      }
    }
    List<ChargeRow> rows = new ArrayList<>();
    metered.forEach(
        (agreement, records) -> {
          long on = charged.getOrDefault(agreement, 0L);
          long free = charged.containsKey(agreement) ? 0 : records;
          String partner = String.valueOf(partners.get(agreement));
          rows.add(new ChargeRow(partner, agreement, records, on, free, 0, List.of()));
        });
    return rows;
  }

  private static Map<String, Long> charged(Path file) throws IOException, BillingInputException {
    Map<String, Long> records = new TreeMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(file)) {
      for (CSVRecord row : format.parse(in)) {
        String quantity = row.get("ConsumedQuantity");
        long of = quantity.isEmpty() ? 0 : Long.parseLong(quantity);
        records.merge(row.get("x_Agreement"), of, Long::sum);
      }
    } catch (IllegalArgumentException | UncheckedIOException notOurs) {
      throw new BillingInputException(
          List.of(file + ": is not as weir run writes it. Name the directory of a run."));
    }
    return records;
  }
}
