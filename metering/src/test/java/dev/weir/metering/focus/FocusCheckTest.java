package dev.weir.metering.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FocusCheckTest {

  private static final String TAX = "ChargeCategory=Tax";
  private static final String CREDIT = "ChargeCategory=Credit";

  /** Changes to the first row (a Purchase), and the column of the rule that they break. */
  private static final List<List<String>> BREAKING =
      List.of(
          List.of("ChargeCategory", "ChargeCategory=Other"),
          List.of("ChargeClass", "ChargeClass=Refund"),
          List.of("ChargeFrequency", "ChargeFrequency=Daily"),
          List.of("ChargeFrequency", "ChargeFrequency=Usage-Based"),
          List.of("PricingCategory", "PricingCategory=Cheap"),
          List.of("PricingCategory", "PricingCategory="),
          List.of("PricingCategory", "SkuPriceId="),
          List.of("ServiceCategory", "ServiceCategory=Data"),
          List.of("ServiceSubcategory", "ServiceSubcategory=Containers"),
          List.of("BillingPeriodEnd", "BillingPeriodEnd=2026-03-01T00:00:00Z"),
          List.of("ChargePeriodEnd", "ChargePeriodEnd=2026-03-01T00:00:00Z"),
          List.of("InvoiceDetailId", "InvoiceId="),
          List.of("ContractedUnitPrice", "ContractedUnitPrice="),
          List.of("ContractedUnitPrice", CREDIT, "SkuPriceId="),
          List.of("ListUnitPrice", "ListUnitPrice="),
          List.of("ListUnitPrice", CREDIT, "SkuPriceId="),
          List.of("PricingQuantity", "PricingQuantity=", "PricingUnit="),
          List.of("PricingQuantity", CREDIT, "SkuPriceId="),
          List.of("SkuId", "SkuId="),
          List.of("SkuPriceId", "SkuPriceId="),
          List.of("SkuPriceDetails", "SkuPriceId=", "SkuPriceDetails={}"),
          List.of("SkuMeter", "SkuId="),
          List.of("PricingUnit", "PricingUnit="),
          List.of("ConsumedQuantity", "ConsumedQuantity=1"),
          List.of("ConsumedQuantity", "ChargeCategory=Usage"),
          List.of("ConsumedQuantity", "ChargeCategory=Usage", "ConsumedQuantity=1", "SkuPriceId="),
          List.of("ConsumedUnit", "ConsumedUnit=Records"),
          List.of("ListCost", "ListCost=1"),
          List.of("ListCost", CREDIT, "ListUnitPrice=", "ListCost=1"),
          List.of("ListCost", CREDIT, "BilledCost=1"),
          List.of("ContractedCost", "ContractedCost=1"),
          List.of("ContractedCost", CREDIT, "ContractedUnitPrice=", "ContractedCost=1"),
          List.of("ContractedCost", CREDIT, "BilledCost=1"),
          List.of("EffectiveCost", "EffectiveCost=1"),
          List.of("ContractedUnitPrice", TAX),
          List.of("ListUnitPrice", TAX),
          List.of("PricingCategory", TAX),
          List.of("PricingQuantity", TAX),
          List.of("SkuId", TAX),
          List.of("SkuPriceId", TAX));

  static Stream<List<String>> breaking() {
    return BREAKING.stream();
  }

  private static FocusTable broken(FocusVersion version, List<String> breach) {
    String[] cells = breach.subList(1, breach.size()).toArray(String[]::new);
    return Tables.changed(Tables.march(version), cells);
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void brokenRow_isFound(List<String> breach) {
    assertThat(FocusCheck.check(broken(FocusVersion.V1_4, breach)))
        .extracting(FocusBreach::row, FocusBreach::column)
        .contains(tuple(1, breach.get(0)));
  }

  /** Else a rule might hold of everything. */
  @Test
  void everyRule_isBrokenBySomeRow() {
    for (FocusVersion version : FocusVersion.values()) {
      List<String> told = new ArrayList<>();
      for (List<String> breach : BREAKING) {
        FocusCheck.check(broken(version, breach)).forEach(b -> told.add(b.column() + b.rule()));
      }
      assertThat(told)
          .containsAll(RowRules.of(version).stream().map(r -> r.column() + r.rule()).toList());
    }
  }

  @Test
  void correction_mayHaveAnotherCostThanTheProduct_in12Alone() {
    String[] cells = {"ChargeClass=Correction", "ListCost=1"};
    FocusTable old = Tables.changed(Tables.march(FocusVersion.V1_2), cells);
    FocusTable newer = Tables.changed(Tables.march(FocusVersion.V1_4), cells);
    assertThat(FocusCheck.check(old)).isEmpty();
    assertThat(FocusCheck.check(newer)).extracting(FocusBreach::column).containsExactly("ListCost");
  }

  @ParameterizedTest
  @CsvSource({
    "BilledCost, '1,000.00'",
    "BilledCost, $1",
    "BilledCost, +1",
    "BilledCost, 1E+3",
    "BilledCost, ''",
    "ListUnitPrice, -1",
    "BillingCurrency, EURO",
    "BillingCurrency, XAU",
    "BillingPeriodStart, 2026-03-01",
    "BillingPeriodStart, 2026-03-01T00:00:00+00:00",
    "BillingPeriodStart, 2026-02-30T00:00:00Z",
    "ServiceName, ' '",
    "ServiceName, ''",
    "SkuPriceDetails, '[1]'",
    "SkuPriceDetails, '{\"x_Tier\":{}}'",
    "SkuPriceDetails, '{\"x_Tier\":1,\"x_Tier\":2}'"
  })
  void cellOfAnotherFormat_isFound_andNotRepeated(String column, String text) {
    List<FocusBreach> breaches =
        FocusCheck.check(Tables.changed(Tables.march(FocusVersion.V1_4), column + "=" + text));
    assertThat(breaches).extracting(FocusBreach::column).contains(column);
  }

  @ParameterizedTest
  @CsvSource({"0", "-100.2", "35.2E-7", "1.234", "4"})
  void numbersOfTheSpecification_areNumbers(String text) {
    assertThat(Formats.isNumber(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1 1/2",
    "35.2E+7",
    "35.24 x 10^7",
    "'[3,5,8]'",
    "32 GiB",
    "$32",
    "'3,432,342'",
    "+333"
  })
  void whatTheSpecificationCallsNoNumber_isNone(String text) {
    assertThat(Formats.isNumber(text)).isFalse();
  }

  @Test
  void headerThatIsNotOfTheVersion_isFound() {
    FocusTable table = Tables.march(FocusVersion.V1_4);
    FocusTable old = new FocusTable(FocusVersion.V1_2, table.header(), List.of());
    assertThat(FocusCheck.check(old))
        .extracting(FocusBreach::toString)
        .contains(
            "ProviderName: is mandatory",
            "ServiceProviderName: is no column that Weir knows of FOCUS 1.2");
    List<String> mixed = new ArrayList<>(table.header());
    mixed.add(0, "x_Mine");
    mixed.add("BilledCost");
    assertThat(FocusCheck.check(new FocusTable(FocusVersion.V1_4, mixed, List.of())))
        .extracting(FocusBreach::toString)
        .contains(
            "header: names a column twice", "BilledCost: stands behind columns that begin with x_");
  }

  @Test
  void skuPriceOfTwoSkus_isFound() {
    FocusTable table = Tables.march(FocusVersion.V1_4);
    String price = "SkuPriceId=" + table.rows().get(1).text("SkuPriceId");
    assertThat(FocusCheck.check(Tables.changed(table, price)))
        .extracting(FocusBreach::toString)
        .containsExactly("row 2, SkuPriceId: has one SkuId and only one");
  }
}
