package dev.weir.metering.focus;

import java.util.ArrayList;
import java.util.List;

/** Where SKUs, prices and quantities must be, and where not. */
final class PriceRules {

  /** They are there where something is used or bought, and not for taxes. */
  private static final List<String> OF_PRICES =
      List.of(
          "ContractedUnitPrice",
          "ListUnitPrice",
          "PricingCategory",
          "PricingQuantity",
          "SkuId",
          "SkuPriceId");

  private PriceRules() {}

  static List<RowRule> all() {
    List<RowRule> rules = new ArrayList<>();
    for (String column : OF_PRICES) {
      rules.add(
          RowRule.of(
              column,
              "is not null for a Usage or Purchase that is no Correction",
              row -> row.has(column) || !row.isPriced() || row.isCorrection()));
      rules.add(RowRule.of(column, "is null for a Tax", row -> !row.has(column) || !row.isTax()));
    }
    for (String column : List.of("PricingCategory", "PricingQuantity", "ConsumedQuantity")) {
      rules.add(RowRule.onlyWith(column, "SkuPriceId").only(FocusVersion.V1_4));
    }
    rules.add(RowRule.together("ListUnitPrice", "SkuPriceId").only(FocusVersion.V1_4));
    rules.add(RowRule.together("ContractedUnitPrice", "SkuPriceId").only(FocusVersion.V1_4));
    rules.add(RowRule.onlyWith("SkuPriceDetails", "SkuPriceId"));
    rules.add(RowRule.onlyWith("SkuMeter", "SkuId"));
    rules.add(RowRule.together("PricingUnit", "PricingQuantity"));
    rules.addAll(consumption());
    return rules;
  }

  private static List<RowRule> consumption() {
    return List.of(
        RowRule.of(
            "ConsumedQuantity",
            "is null for what is no Usage",
            row -> !row.has("ConsumedQuantity") || row.is("ChargeCategory", "Usage")),
        RowRule.of(
            "ConsumedQuantity",
            "is not null for Usage that is no Correction",
            row ->
                row.has("ConsumedQuantity")
                    || !row.is("ChargeCategory", "Usage")
                    || row.isCorrection()),
        RowRule.together("ConsumedUnit", "ConsumedQuantity"));
  }
}
