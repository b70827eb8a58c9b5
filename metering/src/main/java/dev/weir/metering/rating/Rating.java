package dev.weir.metering.rating;

import dev.weir.metering.money.Money;
import dev.weir.metering.rating.Minimums.Share;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * Rates a month of an agreement.
 *
 * <p>Amounts are exact decimals until a line is whole; then it is rounded once (the rule: {@link
 * Money}). The total is the sum of the lines. So a line is at most half a minor unit away from the
 * exact amount, and how usage is cut into windows changes nothing.
 */
public final class Rating {

  private Rating() {}

  /**
   * The charges of a month, as if it were over.
   *
   * @param usage of that month alone, by the minute, all releases of the agreement together
   * @throws IllegalArgumentException if usage is of another month
   */
  public static Rated rate(Tariff tariff, YearMonth month, NavigableMap<Minute, Usage> usage) {
    if (usage.keySet().stream().anyMatch(minute -> !minute.month().equals(month))) {
      throw new IllegalArgumentException("usage of another month than the one that is rated");
    }
    Stretches stretches = Stretches.of(tariff, usage);
    List<Share> shares = shares(tariff, month);
    List<RatedLine> lines = new ArrayList<>();
    shares.forEach(s -> MonthLines.of(s.charged(), s.days()).ifPresent(lines::add));
    lines.addAll(records(tariff, month, stretches));
    lines.addAll(minimums(shares, lines));
    return new Rated(lines, withoutPrice(stretches), stretches.outside());
  }

  private static List<Share> shares(Tariff tariff, YearMonth month) {
    List<Share> shares = new ArrayList<>();
    CoveredDays.of(tariff, month)
        .forEach(
            (span, days) ->
                Charged.of(tariff.agreement(), month, span)
                    .ifPresent(charged -> shares.add(new Share(charged, days))));
    return shares;
  }

  private static List<RatedLine> records(Tariff tariff, YearMonth month, Stretches stretches) {
    RecordLines lines = new RecordLines(stretches.total());
    for (Stretch stretch : stretches.all()) {
      Charged.of(tariff.agreement(), month, stretch.span())
          .ifPresent(charged -> lines.add(charged, stretch));
    }
    return lines.lines();
  }

  private static List<RatedLine> minimums(List<Share> shares, List<RatedLine> lines) {
    return shares.stream()
        .map(share -> share.charged().currency())
        .distinct()
        .flatMap(currency -> Minimums.of(currency, shares, lines).stream())
        .toList();
  }

  private static long withoutPrice(Stretches stretches) {
    return stretches.all().stream()
        .filter(stretch -> stretch.span().price() == null)
        .mapToLong(Stretch::records)
        .sum();
  }
}
