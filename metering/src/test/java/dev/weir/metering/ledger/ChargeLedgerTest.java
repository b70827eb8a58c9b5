package dev.weir.metering.ledger;

import static dev.weir.metering.ledger.Ledgers.APRIL;
import static dev.weir.metering.ledger.Ledgers.EUR;
import static dev.weir.metering.ledger.Ledgers.LATER;
import static dev.weir.metering.ledger.Ledgers.MARCH;
import static dev.weir.metering.ledger.Ledgers.charge;
import static dev.weir.metering.ledger.Ledgers.close;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.ledger.Reconciliation.Row;
import dev.weir.metering.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargeLedgerTest {

  private final ChargeLedger ledger = new ChargeLedger("WEIR-");

  @Test
  void whatIsChargedAlready_addsNothing() {
    assertThat(charge(ledger, MARCH, 1_000_000)).hasSize(2);
    assertThat(charge(ledger, MARCH, 1_000_000)).isEmpty();
  }

  @Test
  void lateUsage_inAnOpenMonth_isAFurtherLine() {
    charge(ledger, MARCH, 1_000_000);
    List<Charge> late = charge(ledger, MARCH, 1_000_000 + 2000);
    assertThat(late).extracting(Charge::amount).containsExactly(Money.ofMinor(EUR, 50));
    assertThat(late).extracting(Charge::billed).containsExactly(MARCH);
    assertThat(late).extracting(Charge::corrects).containsOnlyNulls();
  }

  @Test
  void lateUsage_afterClosing_isBilledInTheNextOpenMonth_andNamesTheOriginal() {
    List<Charge> first = charge(ledger, MARCH, 500_000);
    close(ledger, MARCH);
    close(ledger, APRIL);
    List<Charge> late = charge(ledger, MARCH, 400_000);
    assertThat(late).extracting(Charge::amount).containsExactly(Money.ofMinor(EUR, -4000));
    assertThat(late).extracting(Charge::billed).containsExactly(APRIL.plusMonths(1));
    assertThat(late)
        .extracting(Charge::corrects)
        .containsExactly(new Original(first.get(1).number(), "WEIR-S-000001"));
  }

  @Test
  void chargeThatNothingStoodFor_namesTheClosing() {
    charge(ledger, MARCH, 1_000_000);
    Closing closing = close(ledger, MARCH);
    List<Charge> late = charge(ledger, MARCH, 1_000_000 + 2000);
    assertThat(late)
        .extracting(Charge::corrects)
        .containsExactly(new Original(closing.number(), null));
  }

  @Test
  void closing_putsAllThatIsBilled_onStatements() {
    List<Charge> lines = charge(ledger, MARCH, 500_000);
    Closing closing = close(ledger, MARCH);
    assertThat(closing.statements())
        .containsExactly(
            new Document("WEIR-S-000001", "acme", Money.ofMinor(EUR, 70_000), List.of(1L, 2L)));
    assertThat(Ledgers.sum(lines)).isEqualTo(Money.ofMinor(EUR, 70_000));
  }

  @Test
  void monthThatIsOpenedAgain_getsAFurtherStatement_andTheFirstOneStays() {
    charge(ledger, MARCH, 500_000);
    Closing first = close(ledger, MARCH);
    ledger.reopen(MARCH, "the topic was counted twice", LATER);
    charge(ledger, MARCH, 600_000);
    Closing second = close(ledger, MARCH);
    assertThat(second.statements())
        .extracting(Document::id, Document::total)
        .containsExactly(tuple("WEIR-S-000002", Money.ofMinor(EUR, 4000)));
    assertThat(ledger.entries()).contains(first);
  }

  @Test
  void creditNote_hasANumberOfItsOwnSeries_andChangesNoTruth() {
    List<Charge> lines = charge(ledger, MARCH, 500_000);
    close(ledger, MARCH);
    Credit credit =
        ledger.credit(lines.get(1).number(), Money.ofMinor(EUR, 5000), "disputed", LATER);
    assertThat(credit.note().id()).isEqualTo("WEIR-C-000001");
    assertThat(credit.billed()).isEqualTo(APRIL);
    assertThat(credit.corrects()).isEqualTo(new Original(2, "WEIR-S-000001"));
    assertThat(charge(ledger, MARCH, 500_000)).isEmpty();
    assertThat(close(ledger, APRIL).statements()).isEmpty();
  }

  @Test
  void credit_isAtMostWhatIsLeft() {
    List<Charge> lines = charge(ledger, MARCH, 500_000);
    long entry = lines.get(1).number();
    Money all = lines.get(1).amount();
    assertThatThrownBy(() -> ledger.credit(entry, all, "disputed", LATER))
        .hasMessageContaining("no charge on a statement");
    close(ledger, MARCH);
    charge(ledger, MARCH, 400_000);
    assertThatThrownBy(() -> ledger.credit(entry, all, "disputed", LATER))
        .hasMessageContaining("less is left");
    ledger.credit(entry, Money.ofMinor(EUR, 15_000), "disputed", LATER);
    assertThatThrownBy(() -> ledger.credit(entry, Money.ofMinor(EUR, 1001), "again", LATER))
        .hasMessageContaining("less is left");
    assertThat(ledger.credit(entry, Money.ofMinor(EUR, 1000), "again", LATER).note().id())
        .isEqualTo("WEIR-C-000002");
    for (Money wrong : List.of(Money.none(EUR), Money.ofMinor(EUR, -1))) {
      assertThatThrownBy(() -> ledger.credit(entry, wrong, "disputed", LATER))
          .hasMessageContaining("above 0");
    }
    assertThatThrownBy(() -> ledger.credit(99, all, "disputed", LATER))
        .hasMessageContaining("entry 99");
  }

  @Test
  void month_isNotClosed_beforeItIsOverAndReconciled_andAllReasonsAreTold() {
    charge(ledger, MARCH, 500_000);
    Reconciliation wrong = new Reconciliation(MARCH, List.of(Ledgers.row("other", 4, 3)));
    Instant early = Instant.parse("2026-03-31T23:59:59Z");
    assertThatThrownBy(() -> ledger.close(wrong, early))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("2026-03 cannot be closed")
        .hasMessageContaining("it is not over")
        .hasMessageContaining("other: delivered 4, metered 3, charged 3")
        .hasMessageContaining("other: the ledger has another number")
        .hasMessageContaining("acme-payments: is charged, and not reconciled");
    assertThat(ledger.entries()).hasSize(2);
    close(ledger, MARCH);
    assertThatThrownBy(() -> close(ledger, MARCH)).hasMessageContaining("it is closed");
  }

  @Test
  void differenceThatIsExplained_isFrozenWithItsExplanation() {
    charge(ledger, MARCH, 500_000);
    Row row =
        new Row("acme-payments", 500_001, 500_000, 500_000, 0, "a test record of the operator's");
    Closing closing = ledger.close(new Reconciliation(MARCH, List.of(row)), LATER);
    assertThat(closing.reconciliation().rows()).containsExactly(row);
  }

  @Test
  void linesOfAnotherMonth_areRefused() {
    assertThatThrownBy(
            () -> ledger.charge("acme", "acme-payments", APRIL, Ledgers.rated(MARCH, 1), LATER))
        .isInstanceOf(LedgerException.class);
    assertThatThrownBy(() -> ledger.reopen(MARCH, "why not", LATER))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void entriesThatWereTamperedWith_areNotReplayed() {
    charge(ledger, MARCH, 500_000);
    close(ledger, MARCH);
    charge(ledger, MARCH, 600_000);
    List<Entry> entries = ledger.entries();
    assertThat(ChargeLedger.replay("WEIR-", entries).entries()).isEqualTo(entries);
    for (int gone = 0; gone < entries.size() - 1; gone++) {
      List<Entry> fewer = new ArrayList<>(entries);
      fewer.remove(gone);
      assertThatThrownBy(() -> ChargeLedger.replay("WEIR-", fewer))
          .isInstanceOf(LedgerException.class);
    }
    assertThatThrownBy(() -> ChargeLedger.replay("OTHER-", entries))
        .hasMessage("entry 3 is not what follows from those before it");
  }
}
