package dev.weir.metering.books;

import dev.weir.metering.books.RatingReport.RatedAgreement;
import dev.weir.metering.books.RatingReport.RatedMonth;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.LedgerException;
import dev.weir.metering.ledger.Reconciliation;
import dev.weir.metering.ledger.Reconciliation.Row;
import dev.weir.metering.usage.Usage;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Closes a month of the books with what was delivered, metered and charged in it. */
public final class BooksClosing {

  private final Books books;
  private final YearMonth month;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private BooksClosing(Books books, YearMonth month) {
    this.books = books;
    this.month = month;
  }

  /**
   * Closes it; nothing is written until {@link Books#post}.
   *
   * @param delivered records in the topics, by agreement, counted there
   * @param explanations why figures differ, by agreement
   * @throws BooksException if an agreement's usage is not rated yet, or nobody has counted what it
   *     delivered
   * @throws LedgerException if the ledger refuses it
   */
  public static Closing close(
      Books books,
      YearMonth month,
      Map<String, Long> delivered,
      Map<String, String> explanations,
      Instant at)
      throws BooksException {
    BooksClosing closing = new BooksClosing(books, month);
    for (RatedAgreement agreement : books.report().agreements()) {
      agreement.months().stream()
          .filter(rated -> rated.month().equals(month.toString()))
          .forEach(rated -> closing.row(agreement.agreement(), rated, delivered, explanations));
    }
    closing.unrated();
    closing.unknown(delivered.keySet());
    closing.unknown(explanations.keySet());
    if (!closing.problems.isEmpty()) {
      throw new BooksException(String.join("\n", closing.problems));
    }
    return books.ledger().close(new Reconciliation(month, closing.rows), at);
  }

  private void row(
      String agreement,
      RatedMonth rated,
      Map<String, Long> delivered,
      Map<String, String> explanations) {
    Long counted = delivered.get(agreement);
    if (metered(agreement) != rated.metered()) {
      problems.add(agreement + ": usage came after it was rated. Run weir billing rate first.");
    }
    if (counted == null && rated.metered() > 0) {
      problems.add(
          agreement
              + ": nobody has counted what its topics hold of "
              + month
              + ". Give --runs DIR, or --delivered "
              + agreement
              + "=RECORDS.");
    }
    rows.add(
        new Row(
            agreement,
            counted == null ? 0 : counted,
            rated.metered(),
            rated.charged(),
            rated.withoutPrice(),
            explanations.get(agreement)));
  }

  private long metered(String agreement) {
    return books.usage().tally().byMinute(agreement, month).values().stream()
        .mapToLong(Usage::records)
        .sum();
  }

  /** An agreement that was rated for earlier months has a price in this one too. */
  private void unrated() {
    if (books.report().agreements().isEmpty()) {
      problems.add("Nothing was rated. Run weir billing rate first.");
    }
    Stream<String> used =
        books.usage().events().stream()
            .filter(event -> event.data().window().month().equals(month))
            .map(event -> event.data().agreement().id());
    Stream<String> ratedEarlier =
        books.report().agreements().stream()
            .filter(one -> one.months().stream().anyMatch(this::isEarlier))
            .map(RatedAgreement::agreement);
    Stream.concat(used, ratedEarlier)
        .distinct()
        .filter(id -> !has(id))
        .forEach(id -> problems.add(id + ": is not rated. Run weir billing rate first."));
  }

  private boolean isEarlier(RatedMonth rated) {
    return YearMonth.parse(rated.month()).isBefore(month);
  }

  private void unknown(Set<String> named) {
    named.stream()
        .filter(id -> !has(id))
        .forEach(id -> problems.add(id + ": no agreement of that id was rated for " + month + "."));
  }

  private boolean has(String agreement) {
    return rows.stream().anyMatch(row -> row.agreement().equals(agreement));
  }
}
