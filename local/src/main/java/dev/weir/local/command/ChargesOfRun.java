package dev.weir.local.command;

import dev.weir.config.document.FileSet;
import dev.weir.jobs.file.RunCharges;
import dev.weir.metering.books.AgreedTerms;
import dev.weir.metering.books.OwnersShare;
import dev.weir.metering.books.Terms;
import dev.weir.metering.books.UnbookedCharges;
import dev.weir.metering.focus.FocusTable;
import dev.weir.metering.focus.FocusVersion;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run's usage costs, in the month of its clock, and what is said of it. */
final class ChargesOfRun implements RunCharges {

  private final Terms terms;
  private final String provider;
  private final Instant asOf;
  private @Nullable UnbookedCharges rated;

  private ChargesOfRun(Terms terms, String provider, Instant asOf) {
    this.terms = terms;
    this.provider = provider;
    this.asOf = asOf;
  }

  /**
   * By the agreements and the price book of files. The product stands for who sells it: a file of
   * the language does not name him.
   */
  static ChargesOfRun of(FileSet files, Instant asOf) throws IOException {
    String product = files.products().get(0).value().id();
    return new ChargesOfRun(AgreedTerms.of(files, Map.of()), product, asOf);
  }

  @Override
  public FocusTable table(List<UsageEvent> usage) {
    rated = UnbookedCharges.rate(terms, usage, Minute.of(asOf).month(), provider, asOf);
    return rated.table(FocusVersion.V1_4);
  }

  /** What each partner owes; empty where nobody owes anything. */
  List<String> lines() {
    if (rated == null || rated.charges().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("Charged for " + rated.month() + ", by this run alone:");
    ChargeLines.sums(rated.charges()).forEach(sum -> lines.add("  " + sum));
    if (terms.book() != null) {
      OwnersShare.of(rated.charges(), rated.names().products(), terms.book())
          .forEach(share -> lines.add("  " + ShareLines.of(share)));
    }
    return lines;
  }
}
