package dev.weir.local.statement;

import dev.weir.local.statement.Statement.Part;
import dev.weir.metering.books.Books;
import dev.weir.metering.books.RatingReport.RatedAgreement;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Reopening;
import dev.weir.metering.ledger.Reconciliation.Row;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes statements of the books. */
public final class Statements {

  private Statements() {}

  /**
   * A partner's month.
   *
   * @return empty if nothing is billed to that partner in it
   */
  public static Optional<Statement> of(Books books, String partner, YearMonth period) {
    List<Entry> entries = books.ledger().entries();
    List<Part> parts = parts(entries, partner, period);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Set<String> agreements =
        agreements(books, partner).map(RatedAgreement::agreement).collect(Collectors.toSet());
    Closing closing = closing(entries, period);
    return Optional.of(
        new Statement(
            books.issuer(),
            partner,
            name(books, partner),
            period,
            closing,
            parts,
            UsageEvidence.of(books.usage().events(), charged(parts)),
            closing == null ? List.of() : rows(closing, agreements),
            books.digest()));
  }

  /** What is billed to a partner in a month, by document; what is on none yet is the last. */
  public static List<Part> parts(List<Entry> entries, String partner, YearMonth period) {
    return Parts.of(entries, partner, period);
  }

  private static Stream<RatedAgreement> agreements(Books books, String partner) {
    return books.report().agreements().stream().filter(one -> one.partner().equals(partner));
  }

  private static String name(Books books, String partner) {
    return agreements(books, partner)
        .map(RatedAgreement::partnerName)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(partner);
  }

  private static Set<String> charged(List<Part> parts) {
    return parts.stream()
        .flatMap(part -> part.lines().stream())
        .map(line -> line.key().agreement() + " " + line.key().month())
        .collect(Collectors.toSet());
  }

  private static List<Row> rows(Closing closing, Set<String> agreements) {
    return closing.reconciliation().rows().stream()
        .filter(row -> agreements.contains(row.agreement()))
        .toList();
  }

  /** The newest one, unless the month was opened again after it. */
  private static @Nullable Closing closing(List<Entry> entries, YearMonth period) {
    Closing newest = null;
    for (Entry entry : entries) {
      if (entry instanceof Closing closing && closing.month().equals(period)) {
        newest = closing;
      } else if (entry instanceof Reopening reopening && reopening.month().equals(period)) {
        newest = null;
      }
    }
    return newest;
  }
}
