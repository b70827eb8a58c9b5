package dev.weir.metering.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.metering.ledger.Document;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.ledger.LedgerRun;
import dev.weir.metering.ledger.Ledgers;
import dev.weir.metering.rating.RandomPrices;
import dev.weir.metering.rating.Tariff;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FocusRowsTest {

  @Provide
  Arbitrary<Tariff> tariffs() {
    return RandomPrices.tariffs();
  }

  @Test
  void usage_isARow_withItsSkuAndPrice() {
    FocusRow row = Tables.march(FocusVersion.V1_4).rows().get(2);
    assertThat(row.cells())
        .containsAllEntriesOf(
            Map.of(
                "BilledCost", "125.13",
                "ContractedCost", "125.125",
                "ConsumedQuantity", "500500",
                "PricingQuantity", "500.5",
                "PricingUnit", "1000 Records",
                "ListUnitPrice", "0.25",
                "SkuPriceId", "acme-payments/records/2",
                "ChargeCategory", "Usage",
                "InvoiceId", "S-000001",
                "ChargePeriodEnd", "2026-04-01T00:00:00Z"))
        .doesNotContainKey("ChargeClass");
  }

  @Test
  void monthsPrice_isARecurringPurchase() {
    FocusRow row = Tables.march(FocusVersion.V1_4).rows().get(0);
    assertThat(row.cells())
        .containsEntry("ChargeCategory", "Purchase")
        .containsEntry("ChargeFrequency", "Recurring")
        .containsEntry("PricingUnit", "Months")
        .doesNotContainKey("ConsumedQuantity");
  }

  @Test
  void lateUsage_isACorrection_ofTheMonthOfRelease_billedLater() {
    FocusRow row = Tables.april(FocusVersion.V1_4).rows().get(0);
    assertThat(row.cells())
        .containsEntry("ChargeClass", "Correction")
        .containsEntry("BilledCost", "-0.13")
        .containsEntry("ConsumedQuantity", "-500")
        .containsEntry("BillingPeriodStart", "2026-04-01T00:00:00Z")
        .containsEntry("ChargePeriodStart", "2026-03-01T00:00:00Z")
        .containsEntry("x_CorrectsEntry", "3")
        .containsEntry("x_CorrectsInvoiceId", "S-000001")
        .doesNotContainKey("InvoiceId");
  }

  @Test
  void creditNote_isACredit_withANumberOfItsOwn() {
    FocusRow row = Tables.april(FocusVersion.V1_4).rows().get(1);
    assertThat(row.cells())
        .containsEntry("ChargeCategory", "Credit")
        .containsEntry("BilledCost", "-10")
        .containsEntry("InvoiceId", "C-000001")
        .containsEntry("ChargePeriodEnd", "2026-04-01T00:00:00Z")
        .doesNotContainKey("SkuPriceId");
  }

  @Test
  void version_decidesWhoIsNamed() {
    assertThat(Tables.march(FocusVersion.V1_4).header())
        .contains("ServiceProviderName", "HostProviderName", "InvoiceDetailId")
        .doesNotContain("ProviderName", "PublisherName");
    assertThat(Tables.march(FocusVersion.V1_2).header())
        .contains("ProviderName", "PublisherName")
        .doesNotContain("ServiceProviderName", "HostProviderName", "InvoiceDetailId");
    assertThat(FocusVersion.of("1.2")).contains(FocusVersion.V1_2);
    assertThat(FocusVersion.of("1.3")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void tables_conform(FocusVersion version) {
    assertThat(FocusCheck.check(Tables.march(version))).isEmpty();
    assertThat(FocusCheck.check(Tables.april(version))).isEmpty();
  }

  /** Whatever was charged, mended, closed and credited. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void rowsOfAnyLedger_conform_andAddUpToItsDocuments(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("tariffs") Tariff mended,
      @ForAll @Size(max = 20) List<Integer> steps,
      @ForAll Random random) {
    LedgerRun run = new LedgerRun();
    for (int step : steps) {
      run.act(Math.floorMod(step, 6), random.nextBoolean() ? tariff : mended, random);
    }
    run.settle(tariff);
    run.closeAll();
    for (FocusVersion version : FocusVersion.values()) {
      List<FocusRow> rows = new ArrayList<>();
      YearMonth first = LedgerRun.MONTHS.get(0);
      for (int i = 0; i < 5; i++) {
        FocusTable table =
            FocusRows.of(run.ledger.entries(), first.plusMonths(i), Tables.NAMES, version);
        assertThat(FocusCheck.check(table)).isEmpty();
        rows.addAll(table.rows());
      }
      assertThat(rows)
          .hasSize((int) run.ledger.entries().stream().filter(Posting.class::isInstance).count());
      assertInvoices(run, rows);
    }
  }

  /** BilledCost: the sum of an InvoiceId is what the invoice says. */
  private static void assertInvoices(LedgerRun run, List<FocusRow> rows) {
    run.ledger.entries().stream()
        .filter(Closing.class::isInstance)
        .flatMap(closing -> ((Closing) closing).statements().stream())
        .forEach(statement -> assertInvoice(statement, rows));
  }

  private static void assertInvoice(Document statement, List<FocusRow> rows) {
    BigDecimal sum =
        rows.stream()
            .filter(row -> row.is("InvoiceId", statement.id()))
            .map(row -> row.number("BilledCost").orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(statement.total().amount());
  }

  @Test
  void agreementWithoutAProduct_isRefused() {
    Names none = new Names("Payments Ltd", Map.of(), Map.of());
    assertThatThrownBy(
            () -> FocusRows.of(Tables.ledger().entries(), Ledgers.MARCH, none, FocusVersion.V1_4))
        .hasMessage("agreement acme-payments has no product among the names");
  }
}
