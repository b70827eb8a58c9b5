package dev.weir.metering.reconcile;

import dev.weir.metering.books.AgreementTariff;
import dev.weir.metering.ledger.Differences;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.rating.Rating;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;

/** Compares topics, usage and charges of a month. */
public final class Reconciling {

  private final Delivered delivered;
  private final MonthUsage usage;
  private final List<String> notes = new ArrayList<>();

  private Reconciling(Delivered delivered, MonthUsage usage) {
    this.delivered = delivered;
    this.usage = usage;
  }

  /**
   * The topics beside the usage alone.
   *
   * @param settled up to when no job is at work any more; minutes that end later may differ
   */
  public static Reconciled withoutCharges(Delivered delivered, MonthUsage usage, Instant settled) {
    return new Reconciling(delivered, usage).reconciled(settled, List.of());
  }

  /**
   * All three: the charges are held against what the usage costs, rated anew.
   *
   * @param tariffs of every agreement, by id
   * @param charged lines of that month of release, by agreement id, all that were ever made
   */
  public static Reconciled all(
      Delivered delivered,
      MonthUsage usage,
      Instant settled,
      SortedMap<String, AgreementTariff> tariffs,
      Map<String, List<RatedLine>> charged) {
    Reconciling reconciling = new Reconciling(delivered, usage);
    return reconciling.reconciled(settled, reconciling.charges(tariffs, charged));
  }

  private Reconciled reconciled(Instant settled, List<ChargeRow> charges) {
    ReleaseRows rows = new ReleaseRows(delivered, usage.counts(), settled);
    List<ReleaseRow> releases = rows.releases();
    delivered
        .foreign()
        .forEach(
            (topic, records) ->
                notes.add(
                    topic
                        + " holds "
                        + records
                        + " records that do not say by which agreement they were released: Weir did"
                        + " not write them, and nobody metered them."));
    if (usage.contradicted() > 0) {
      notes.add(
          usage.contradicted()
              + " usage events have the id of another one and other content; the first was"
              + " counted.");
    }
    return new Reconciled(
        usage.month(), releases, rows.minutes(), charges, usage.releasedAgain(), notes);
  }

  private List<ChargeRow> charges(
      SortedMap<String, AgreementTariff> tariffs, Map<String, List<RatedLine>> charged) {
    Set<String> unknown = new LinkedHashSet<>(charged.keySet());
    unknown.removeAll(tariffs.keySet());
    unknown.forEach(id -> notes.add(id + " was charged, and no file of it is given."));
    for (Place place : usage.counts().keySet()) {
      AgreementRef of = place.agreement();
      AgreementTariff tariff = tariffs.get(of.id());
      if (tariff == null || !tariff.versions().contains(of)) {
        String note = "There is usage of " + of + ", and no file of it. Give it by --agreement.";
        if (!notes.contains(note)) {
          notes.add(note);
        }
      }
    }
    return tariffs.values().stream()
        .map(tariff -> charge(tariff, charged.getOrDefault(tariff.tariff().agreement(), List.of())))
        .toList();
  }

  private ChargeRow charge(AgreementTariff of, List<RatedLine> lines) {
    String agreement = of.tariff().agreement();
    NavigableMap<Minute, Usage> minutes = usage.tally().byMinute(agreement, usage.month());
    Rated rated = Rating.rate(of.tariff(), usage.month(), minutes);
    return new ChargeRow(
        of.partner(),
        agreement,
        minutes.values().stream().mapToLong(Usage::records).sum(),
        lines.stream().mapToLong(RatedLine::records).sum(),
        rated.withoutPrice(),
        rated.outside(),
        Differences.between(lines, rated.lines()));
  }
}
