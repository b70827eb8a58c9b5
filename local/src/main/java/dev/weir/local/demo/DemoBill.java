package dev.weir.local.demo;

import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.gateway.GatewayUsage;
import dev.weir.metering.books.AgreedTerms;
import dev.weir.metering.books.UnbookedCharges;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKind;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each partner owes at the demo's end, and why: from the usage topics and the agreements. */
final class DemoBill {

  private DemoBill() {}

  /**
   * @param now in whose month it is charged
   */
  static List<String> lines(Path gateway, Instant now) throws IOException {
    List<UsageEvent> usage = new ArrayList<>();
    GatewayUsage.of(gateway, warning -> {}).usage(usage::add);
    UnbookedCharges charged =
        UnbookedCharges.rate(
            AgreedTerms.of(FileSetReader.read(List.of(gateway), new Problems()), Map.of()),
            usage,
            Minute.of(now).month(),
            "demo",
            now);
    SortedMap<String, List<Charge>> partners = new TreeMap<>();
    charged
        .charges()
        .forEach(one -> partners.computeIfAbsent(one.partner(), p -> new ArrayList<>()).add(one));
    List<String> lines = new ArrayList<>();
    partners.forEach((partner, of) -> partner(partner, of, lines));
    return lines;
  }

  private static void partner(String partner, List<Charge> charges, List<String> lines) {
    Money total = charges.stream().map(Charge::amount).reduce(Money::plus).orElseThrow();
    lines.add(partner + " owes " + total + " for " + charges.get(0).billed() + ":");
    for (Charge charge : charges) {
      lines.add("  " + why(charge.line(), partner));
    }
  }

  private static String why(RatedLine line, String partner) {
    String price = line.unitPrice().toPlainString();
    String amount = " = " + line.amount();
    if (line.key().kind() == ChargeKind.MONTH) {
      return "the month, by " + line.key().price() + amount;
    } else if (line.key().kind() == ChargeKind.MINIMUM) {
      return "what lacks to the least of a month, by " + line.key().price() + amount;
    }
    return line.records()
        + " records, as "
        + partner
        + ".usage counts them, at "
        + price
        + " a thousand"
        + amount;
  }
}
