package dev.weir.local.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.billing.BillingInputException;
import dev.weir.metering.reconcile.Count;
import dev.weir.metering.reconcile.Place;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.UsageEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the lines of a run's topics, and the bytes of each without its end. */
final class RunTopics {

  private static final String SUMMARY = "summary.json";

  private RunTopics() {}

  static Map<Place, Count> counted(Path directory, List<UsageEvent> usage, YearMonth month)
      throws IOException, BillingInputException {
    Map<Place, Count> counts = new HashMap<>();
    Minute otherwise = new Minute(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    for (Map.Entry<String, JsonNode> release : releases(directory).properties()) {
      Path file = directory.resolve(release.getKey() + ".jsonl");
      if (!Files.isRegularFile(file)) {
        throw new BillingInputException(
            List.of(file + ": is missing, though the run's " + SUMMARY + " names its topic."));
      }
      String partner = release.getValue().path("partner").asText();
      AgreementRef agreement = AgreementRef.parse(release.getValue().path("agreement").asText());
      String name = release.getValue().path("release").asText();
      Minute minute = minute(usage, agreement, name, otherwise);
      Count count = lines(file);
      if (count.records() > 0 && minute.month().equals(month)) {
        counts.put(new Place(partner, agreement, name, minute), count);
      }
    }
    return counts;
  }

  private static JsonNode releases(Path directory) throws IOException, BillingInputException {
    Path summary = directory.resolve(SUMMARY);
    try {
      return new JsonMapper().readTree(summary.toFile()).path("releases");
    } catch (JsonProcessingException no) {
      throw new BillingInputException(
          List.of(summary + ": is no summary of weir run. Name the directory of a run."));
    }
  }

  /** Nothing of it was metered: then it differs, whenever it was. */
  private static Minute minute(
      List<UsageEvent> usage, AgreementRef agreement, String release, Minute otherwise) {
    return usage.stream()
        .map(UsageEvent::data)
        .filter(data -> data.agreement().equals(agreement) && data.release().equals(release))
        .map(Metered::window)
        .findFirst()
        .orElse(otherwise);
  }

  private static Count lines(Path file) throws IOException {
    long records = 0;
    long bytes = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int one = in.read(); one >= 0; one = in.read()) {
        records += one == '\n' ? 1 : 0;
        bytes += one == '\n' ? 0 : 1;
      }
    }
    return new Count(records, bytes);
  }
}
