package dev.weir.metering.rating;

import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A month's usage in the order of time, cut where the day or the price changes. */
final class Stretches {

  private final Tariff tariff;
  private final List<Stretch> all = new ArrayList<>();
  private long total;
  private long today;
  private long outside;
  private @Nullable LocalDate day;

  private Stretches(Tariff tariff) {
    this.tariff = tariff;
  }

  static Stretches of(Tariff tariff, NavigableMap<Minute, Usage> usage) {
    Stretches stretches = new Stretches(tariff);
    for (Map.Entry<Minute, Usage> minute : usage.entrySet()) {
      // What a correction takes back may be known before what it corrects.
      stretches.add(minute.getKey(), Math.max(0, minute.getValue().records()));
    }
    return stretches;
  }

  private void add(Minute minute, long records) {
    Optional<PriceSpan> span = tariff.at(minute);
    if (span.isEmpty()) {
      outside += records;
      return;
    }
    LocalDate date = minute.from().atOffset(ZoneOffset.UTC).toLocalDate();
    today = date.equals(day) ? today : 0;
    all.add(new Stretch(span.get(), total, today, records));
    day = date;
    today += records;
    total = Math.addExact(total, records);
  }

  List<Stretch> all() {
    return all;
  }

  /** Records of the month that are in a span. */
  long total() {
    return total;
  }

  /** Records of the month that no agreement was in force for. */
  long outside() {
    return outside;
  }
}
