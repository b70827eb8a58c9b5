package dev.weir.metering.charges;

import dev.weir.metering.ledger.Differences;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.RatedLine;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a month of an agreement was charged until now.
 *
 * @param made how many lines were made
 * @param standing what they add up to, each charge once
 * @param newest the number of the newest line of each charge
 */
public record MonthCharges(long made, List<RatedLine> standing, SortedMap<ChargeKey, Long> newest) {

  /** Nothing yet. */
  public static final MonthCharges NONE = new MonthCharges(0, List.of(), new TreeMap<>());

  public MonthCharges {
    standing = List.copyOf(standing);
    newest = Collections.unmodifiableSortedMap(new TreeMap<>(newest));
  }

  /**
   * The lines that lead to what the usage costs now, and what stands then.
   *
   * @param lines none, if it stands already
   */
  public record Step(List<ChargeEvent> lines, MonthCharges after) {
    public Step {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Goes on to the truth.
   *
   * @param name of the lines: {@code <agreement>/<month>}
   * @param at when
   */
  public Step to(
      Rated truth, String source, String partner, String name, YearMonth month, Instant at) {
    boolean over =
        !at.isBefore(month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    List<ChargeEvent> lines = new ArrayList<>();
    SortedMap<ChargeKey, Long> numbers = new TreeMap<>(newest);
    long number = made;
    for (RatedLine line : Differences.between(standing, truth.lines())) {
      number++;
      Long before = numbers.put(line.key(), number);
      String corrects = over && before != null ? name + "/" + before : null;
      lines.add(new ChargeEvent(source, name + "/" + number, at, partner, line, corrects));
    }
    return new Step(lines, new MonthCharges(number, truth.lines(), numbers));
  }
}
