package dev.weir.metering.ledger;

import static dev.weir.metering.ledger.Ledgers.LATER;
import static dev.weir.metering.ledger.Ledgers.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.ledger.Entry.Reopening;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.Rating;
import dev.weir.metering.rating.Tariff;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** A ledger to which things are done, and what must hold of it then. */
public final class LedgerRun {

  public static final List<YearMonth> MONTHS =
      List.of(MARCH.minusMonths(1), MARCH, MARCH.plusMonths(1));

  /** What a partner's agreement is charged by, and what it has used until now. */
  private static final class Used {
    private final Map<YearMonth, NavigableMap<Minute, Usage>> usage = new HashMap<>();

    Rated use(YearMonth month, Tariff tariff, Random random) {
      Instant time =
          Instant.parse(month + "-01T00:00:00Z").plusSeconds(random.nextInt(28 * 86_400));
      NavigableMap<Minute, Usage> used = usage.computeIfAbsent(month, none -> new TreeMap<>());
      used.merge(Minute.of(time), Usage.ofRecords(random.nextInt(60)), Usage::plus);
      if (random.nextInt(4) == 0) {
        used.replaceAll((minute, some) -> Usage.ofRecords(some.records() / 2));
      }
      return rate(month, tariff);
    }

    Rated rate(YearMonth month, Tariff tariff) {
      return Rating.rate(tariff, month, usage.getOrDefault(month, new TreeMap<>()));
    }
  }

  /** May be put in the place of by one that was read again. */
  public ChargeLedger ledger = new ChargeLedger("");

  private final Used account = new Used();

  /** A step of a kind from 0 to 5. */
  public void act(int step, Tariff tariff, Random random) {
    YearMonth month = MONTHS.get(random.nextInt(MONTHS.size()));
    if (step < 3) {
      charge(month, account.use(month, tariff, random));
    } else if (step == 3) {
      closeIfOpen(month);
    } else if (step == 4) {
      attempt(() -> ledger.reopen(month, "a mistake", LATER));
    } else {
      credit(random);
    }
  }

  /** Charges all that was used, by that tariff, and looks whether the sums are those. */
  public void settle(Tariff tariff) {
    MONTHS.forEach(month -> charge(month, account.rate(month, tariff)));
    MONTHS.forEach(month -> assertTruth(month, account.rate(month, tariff)));
  }

  /** A correction may stand in the month behind the last one. */
  public void closeAll() {
    MONTHS.forEach(this::closeIfOpen);
    closeIfOpen(MONTHS.get(2).plusMonths(1));
  }

  private void charge(YearMonth month, Rated truth) {
    ledger.charge("acme", "acme-payments", month, truth, LATER);
  }

  private void closeIfOpen(YearMonth month) {
    attempt(
        () -> ledger.close(Ledgers.agreed(ledger, month), Instant.parse("2027-01-01T00:00:00Z")));
  }

  private void credit(Random random) {
    List<Charge> charges =
        all(Charge.class).stream().filter(charge -> charge.amount().sign() > 0).toList();
    if (!charges.isEmpty()) {
      Charge charge = charges.get(random.nextInt(charges.size()));
      int most = charge.amount().minor().intValueExact();
      Money some = Money.ofMinor(charge.amount().currency(), 1 + random.nextInt(most));
      attempt(() -> ledger.credit(charge.number(), some, "disputed", LATER));
    }
  }

  /** What is refused adds nothing. */
  private void attempt(Runnable step) {
    List<Entry> before = List.copyOf(ledger.entries());
    try {
      step.run();
    } catch (LedgerException refused) {
      assertThat(ledger.entries()).isEqualTo(before);
    }
  }

  private <T extends Entry> List<T> all(Class<T> type) {
    return ledger.entries().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void assertTruth(YearMonth month, Rated truth) {
    for (String code : List.of("EUR", "JPY")) {
      Currency currency = Money.currency(code);
      Money charged =
          all(Charge.class).stream()
              .filter(charge -> charge.key().month().equals(month))
              .map(Charge::amount)
              .filter(amount -> amount.currency().equals(currency))
              .reduce(Money.none(currency), Money::plus);
      assertThat(charged).isEqualTo(truth.total(currency));
    }
    long records =
        all(Charge.class).stream()
            .filter(charge -> charge.key().month().equals(month))
            .mapToLong(charge -> charge.line().records())
            .sum();
    assertThat(records).isEqualTo(truth.lines().stream().mapToLong(line -> line.records()).sum());
  }

  /** Nothing is billed in a month while it is closed; a correction names what was there before. */
  public void assertFrozen() {
    Set<YearMonth> closed = new HashSet<>();
    Set<YearMonth> everClosed = new HashSet<>();
    for (Entry entry : ledger.entries()) {
      if (entry instanceof Closing closing) {
        closed.add(closing.month());
        everClosed.add(closing.month());
      } else if (entry instanceof Reopening reopening) {
        closed.remove(reopening.month());
      } else if (entry instanceof Charge charge) {
        assertThat(charge.corrects() != null).isEqualTo(everClosed.contains(charge.key().month()));
        assertThat(charge.corrects() == null || charge.corrects().entry() < charge.number())
            .isTrue();
      }
      assertThat(entry instanceof Posting posting && closed.contains(posting.billed())).isFalse();
    }
  }

  /** A line, be it a difference, is its quantity at its price, within a minor unit. */
  public void assertPriced() {
    for (Charge charge : all(Charge.class)) {
      BigDecimal product = charge.line().quantity().multiply(charge.line().unitPrice());
      BigDecimal unit = Money.ofMinor(charge.amount().currency(), 1).amount();
      assertThat(charge.amount().amount().subtract(product).abs())
          .isLessThanOrEqualTo(unit.add(new BigDecimal("1e-9")));
    }
  }

  /** Each line is on one document, of its own month; documents add up; numbers have no gap. */
  public void assertDocumented() {
    List<Document> statements = new ArrayList<>();
    all(Closing.class).forEach(closing -> statements.addAll(closing.statements()));
    List<Document> notes = all(Credit.class).stream().map(Credit::note).toList();
    assertNumbers("S", statements);
    assertNumbers("C", notes);
    List<Long> onDocuments = new ArrayList<>();
    statements.addAll(notes);
    for (Document document : statements) {
      onDocuments.addAll(document.entries());
      assertThat(total(document)).isEqualTo(document.total());
    }
    assertThat(onDocuments)
        .containsExactlyInAnyOrderElementsOf(
            all(Posting.class).stream().map(Posting::number).toList());
  }

  private Money total(Document document) {
    return document.entries().stream()
        .map(number -> ((Posting) ledger.entries().get((int) (number - 1))).amount())
        .reduce(Money.none(document.total().currency()), Money::plus);
  }

  private static void assertNumbers(String kind, List<Document> documents) {
    assertThat(documents)
        .extracting(Document::id)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, documents.size())
                .mapToObj(number -> String.format("%s-%06d", kind, number))
                .toList());
  }
}
