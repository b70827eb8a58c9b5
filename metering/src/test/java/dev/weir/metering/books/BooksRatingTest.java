package dev.weir.metering.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Status;
import dev.weir.config.agreement.ValidPeriod;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.LedgerException;
import dev.weir.metering.ledger.Ledgers;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.Held;
import dev.weir.metering.rating.Prices;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 500 a month, 0.40 a thousand. */
class BooksRatingTest {

  private static final YearMonth MARCH = Ledgers.MARCH;
  private static final YearMonth APRIL = Ledgers.APRIL;
  private static final Terms TERMS = terms(Prices.agreement("1.0.0", Prices.example()));

  private final Path directory;
  private Books books;

  BooksRatingTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    Books.create(directory, "Payments Ltd", "");
    books = Books.write(directory);
  }

  @BeforeEach
  void thousandRecordsInMarch() throws IOException {
    books.take(List.of(event("2026-03-17T08:30:00Z", 1000, "0")));
  }

  @AfterEach
  void close() throws IOException {
    books.close();
  }

  private static Terms terms(Agreement... agreements) {
    return new Terms(
        List.of(agreements).stream().map(a -> new Held(a, a.period().from())).toList(), null);
  }

  private static UsageEvent event(String time, long records, String part) {
    return event("1.0.0", time, records, part);
  }

  private static UsageEvent event(String version, String time, long records, String part) {
    Metered metered =
        new Metered(
            "acme",
            new AgreementRef("acme-payments", version),
            "payments",
            Minute.of(Instant.parse(time)),
            Usage.ofRecords(records));
    return UsageEvent.of(UsageEvent.gateway("payments-eu"), metered, part);
  }

  private List<Charge> rate(Terms terms, YearMonth upTo) throws IOException {
    List<Charge> added = BooksRating.rate(books, terms, upTo, Ledgers.LATER);
    books.post();
    return added;
  }

  private Closing close(YearMonth month, long delivered) throws IOException {
    Closing closing =
        BooksClosing.close(
            books, month, Map.of("acme-payments", delivered), Map.of(), Ledgers.LATER);
    books.post();
    return closing;
  }

  private void again() throws IOException {
    books.close();
    books = Books.write(directory);
  }

  private static Money cents(long cents) {
    return Money.ofMinor(Ledgers.EUR, cents);
  }

  @Test
  void usage_isCharged_andCountsOnce_howeverOftenItIsTaken() throws IOException {
    assertThat(rate(TERMS, MARCH))
        .extracting(Charge::amount)
        .containsExactly(cents(50000), cents(40));
    again();
    books.take(List.of(event("2026-03-17T08:30:00Z", 1000, "0")));
    assertThat(rate(TERMS, MARCH)).isEmpty();
    again();
    assertThat(books.usage().events()).hasSize(1);
    assertThat(books.ledger().entries()).hasSize(2);
  }

  /** What is given later is only what is new. */
  @Test
  void usageThatComesLater_addsToWhatWasTaken() throws IOException {
    rate(TERMS, MARCH);
    again();
    books.take(List.of(event("2026-03-18T08:30:00Z", 500, "0")));
    assertThat(rate(TERMS, MARCH)).extracting(Charge::amount).containsExactly(cents(20));
  }

  /** As between the steps of post. */
  @Test
  void usageThatWasWritten_beforeItsChargesWere_isChargedByTheNextRating() throws IOException {
    books.post();
    again();
    assertThat(books.ledger().entries()).isEmpty();
    assertThat(rate(TERMS, MARCH)).hasSize(2);
  }

  @Test
  void monthBetween_isNotLeftOut() throws IOException {
    rate(TERMS, MARCH);
    List<Charge> may = rate(TERMS, APRIL.plusMonths(1));
    assertThat(may).extracting(Charge::billed).containsExactly(APRIL, APRIL.plusMonths(1));
  }

  @Test
  void usageOfALaterMonth_isTaken_andRatedThen() throws IOException {
    books.take(List.of(event("2026-04-01T00:00:00Z", 1000, "0")));
    assertThat(rate(TERMS, MARCH)).extracting(Charge::billed).containsOnly(MARCH);
    assertThat(rate(TERMS, APRIL)).extracting(Charge::billed).containsOnly(APRIL).hasSize(2);
  }

  @Test
  void lateUsage_ofAClosedMonth_isACorrection() throws IOException {
    rate(TERMS, MARCH);
    assertThat(close(MARCH, 1000).statements()).hasSize(1);
    again();
    books.take(List.of(event("2026-03-31T23:59:00Z", 500, "late")));
    List<Charge> late = rate(TERMS, APRIL);
    assertThat(late)
        .filteredOn(charge -> charge.corrects() != null)
        .extracting(Charge::amount, Charge::billed)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(cents(20), APRIL));
  }

  @Test
  void contradiction_takesNothing() throws IOException {
    UsageEvent other = event("2026-03-17T08:30:00Z", 999, "0");
    UsageEvent more = event("2026-03-18T08:30:00Z", 1, "0");
    books.post();
    assertThatThrownBy(() -> books.take(List.of(more, other)))
        .isInstanceOf(BooksException.class)
        .hasMessageContaining("acme-payments@1.0.0 in the minute 2026-03-17T08:30:00Z");
    again();
    assertThat(books.usage().events()).hasSize(1);
  }

  @Test
  void termsThatAreMissing_areNamed_allAtOnce_andNothingIsCharged() throws IOException {
    books.take(List.of(event("1.1.0", "2026-03-18T08:30:00Z", 1, "0")));
    Agreement other = Prices.agreement("1.0.0", null);
    assertThatThrownBy(() -> rate(terms(other, other), MARCH))
        .hasMessageContaining("usage of acme-payments@1.1.0, and no file of it")
        .hasMessageContaining("Two versions of acme-payments hold since 2026-01-01T00:00:00Z");
    assertThat(books.ledger().entries()).isEmpty();
  }

  @Test
  void agreementThatIsForgotten_orHasEnded_takesNothingBack() throws IOException {
    rate(TERMS, MARCH);
    assertThatThrownBy(() -> rate(new Terms(List.of(), null), APRIL))
        .hasMessageContaining("acme-payments was rated before");
    Agreement ended =
        Prices.agreement(
            "1.0.0",
            Status.ENDED,
            new ValidPeriod(Prices.NEW_YEAR, Prices.NEXT_YEAR),
            Prices.example(),
            null);
    assertThatThrownBy(() -> rate(terms(ended), APRIL)).hasMessageContaining("was in force");
    assertThat(books.ledger().entries()).hasSize(2);
  }

  @Test
  void versionThatEnded_holdsFromWhenItIsSaid() throws IOException {
    Agreement ended =
        Prices.agreement(
            "1.0.1",
            Status.ENDED,
            new ValidPeriod(Prices.NEW_YEAR, Prices.NEXT_YEAR),
            Prices.example(),
            null);
    Held first = new Held(Prices.agreement("1.0.0", Prices.example()), Prices.NEW_YEAR);
    Held then = new Held(ended, Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(rate(new Terms(List.of(first, then), null), APRIL))
        .extracting(Charge::billed)
        .containsOnly(MARCH);
  }

  @Test
  void month_isClosed_onlyIfItWasRated_andCounted() throws IOException {
    assertThatThrownBy(() -> close(MARCH, 1000)).hasMessageContaining("Nothing was rated");
    rate(TERMS, MARCH);
    assertThatThrownBy(() -> close(APRIL, 0)).hasMessageContaining("acme-payments: is not rated");
    assertThatThrownBy(
            () -> BooksClosing.close(books, MARCH, Map.of("x", 1L), Map.of(), Ledgers.LATER))
        .hasMessageContaining("nobody has counted")
        .hasMessageContaining("x: no agreement of that id");
    assertThatThrownBy(() -> close(MARCH, 999)).isInstanceOf(LedgerException.class);
    books.take(List.of(event("2026-03-19T08:30:00Z", 1, "0")));
    assertThatThrownBy(() -> close(MARCH, 1001)).hasMessageContaining("usage came after");
    assertThat(books.ledger().entries()).hasSize(2);
  }

  @Test
  void differenceThatIsExplained_isFrozen() throws IOException {
    rate(TERMS, MARCH);
    Closing closing =
        BooksClosing.close(
            books,
            MARCH,
            Map.of("acme-payments", 999L),
            Map.of("acme-payments", "one was deleted from the topic on 2 April"),
            Ledgers.LATER);
    assertThat(closing.reconciliation().rows())
        .extracting(row -> row.explanation())
        .containsExactly("one was deleted from the topic on 2 April");
  }
}
