package dev.weir.metering.books;

import dev.weir.metering.focus.FocusRows;
import dev.weir.metering.focus.FocusTable;
import dev.weir.metering.focus.FocusVersion;
import dev.weir.metering.focus.Names;
import dev.weir.metering.ledger.ChargeLedger;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.Rating;
import dev.weir.metering.rating.Tariff;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageTally;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a month costs by some usage alone, that is in no books: as if nothing else had been released
 * in it. The entries' numbers are those of no other ledger.
 *
 * @param charges each agreement's, numbered from 1
 * @param outside records released when no version of their agreement was in force, which nobody
 *     charges
 */
public record UnbookedCharges(YearMonth month, List<Charge> charges, long outside, Names names) {

  public UnbookedCharges {
    charges = List.copyOf(charges);
  }

  /**
   * Rates usage.
   *
   * @param usage of any months; an event counts once
   * @param provider who sells the data
   * @param at when the charges are made
   * @throws IllegalArgumentException if the terms make no tariff
   */
  public static UnbookedCharges rate(
      Terms terms, List<UsageEvent> usage, YearMonth month, String provider, Instant at) {
    UsageTally tally = new UsageTally();
    usage.forEach(tally::add);
    ChargeLedger ledger = new ChargeLedger("");
    List<Charge> charges = new ArrayList<>();
    long outside = 0;
    for (var versions : terms.agreements().values()) {
      Tariff tariff = terms.tariff(versions);
      Rated rated = Rating.rate(tariff, month, tally.byMinute(tariff.agreement(), month));
      String partner = Terms.newest(versions).partner().id();
      charges.addAll(ledger.charge(partner, tariff.agreement(), month, rated, at));
      outside += rated.outside();
    }
    return new UnbookedCharges(month, charges, outside, names(terms, provider));
  }

  /** The rows of FOCUS. */
  public FocusTable table(FocusVersion version) {
    return FocusRows.of(List.<Entry>copyOf(charges), month, names, version);
  }

  private static Names names(Terms terms, String provider) {
    Map<String, String> partners = new HashMap<>();
    Map<String, String> products = new HashMap<>();
    for (var versions : terms.agreements().values()) {
      var newest = Terms.newest(versions);
      products.put(newest.id(), newest.product().id());
      if (newest.partner().name() != null) {
        partners.put(newest.partner().id(), newest.partner().name());
      }
    }
    return new Names(provider, partners, products);
  }
}
