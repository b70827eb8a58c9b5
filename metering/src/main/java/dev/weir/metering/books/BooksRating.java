package dev.weir.metering.books;

import dev.weir.config.agreement.Agreement;
import dev.weir.metering.books.RatingReport.RatedAgreement;
import dev.weir.metering.books.RatingReport.RatedMonth;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.rating.Held;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.rating.Rating;
import dev.weir.metering.rating.Tariff;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;

/**
 * Rates the usage of the books into their ledger: each agreement, each month from the first that
 * has usage or charges up to the one asked for, whole. What is charged already adds nothing.
 */
public final class BooksRating {

  private final Books books;
  private final YearMonth upTo;
  private final Instant at;
  private final List<Charge> added = new ArrayList<>();

  private BooksRating(Books books, YearMonth upTo, Instant at) {
    this.books = books;
    this.upTo = upTo;
    this.at = at;
  }

  /**
   * Adds to the ledger what lacks; nothing is written until {@link Books#post}.
   *
   * @return what was added
   * @throws BooksException if terms are missing by which usage was released or charges were made
   */
  public static List<Charge> rate(Books books, Terms terms, YearMonth upTo, Instant at)
      throws BooksException {
    TermsCheck.check(books, terms, upTo);
    BooksRating rating = new BooksRating(books, upTo, at);
    List<RatedAgreement> rated = new ArrayList<>();
    try {
      terms
          .agreements()
          .forEach((id, versions) -> rated.add(rating.agreement(versions, terms.tariff(versions))));
    } catch (IllegalArgumentException noTariff) {
      throw new BooksException(noTariff.getMessage() + ". Mend the agreement or the price book.");
    }
    books.report(books.report().with(at.toString(), rated));
    return List.copyOf(rating.added);
  }

  private RatedAgreement agreement(List<Held> versions, Tariff tariff) {
    Agreement newest = Terms.newest(versions);
    String partner = newest.partner().id();
    List<RatedMonth> months = new ArrayList<>();
    for (YearMonth month = first(newest.id()); !month.isAfter(upTo); month = month.plusMonths(1)) {
      months.add(month(partner, tariff, month));
    }
    return new RatedAgreement(
        newest.id(), partner, newest.partner().name(), newest.product().id(), months);
  }

  /** So that no month between two that were rated goes without its price. */
  private YearMonth first(String agreement) {
    Stream<YearMonth> used =
        books.usage().events().stream()
            .filter(event -> event.data().agreement().id().equals(agreement))
            .map(event -> event.data().window().month());
    Stream<YearMonth> charged =
        books.ledger().entries().stream()
            .filter(Posting.class::isInstance)
            .map(entry -> ((Posting) entry).key())
            .filter(key -> key.agreement().equals(agreement))
            .map(key -> key.month());
    return Stream.of(used, charged, rated(agreement), Stream.of(upTo))
        .flatMap(months -> months)
        .min(YearMonth::compareTo)
        .orElse(upTo);
  }

  private Stream<YearMonth> rated(String agreement) {
    return books.report().agreements().stream()
        .filter(one -> one.agreement().equals(agreement))
        .flatMap(one -> one.months().stream())
        .map(month -> YearMonth.parse(month.month()));
  }

  private RatedMonth month(String partner, Tariff tariff, YearMonth month) {
    NavigableMap<Minute, Usage> usage = books.usage().tally().byMinute(tariff.agreement(), month);
    Rated truth = Rating.rate(tariff, month, usage);
    added.addAll(books.ledger().charge(partner, tariff.agreement(), month, truth, at));
    return new RatedMonth(
        month.toString(),
        usage.values().stream().mapToLong(Usage::records).sum(),
        truth.lines().stream().mapToLong(RatedLine::records).sum(),
        truth.withoutPrice(),
        truth.outside());
  }
}
