package dev.weir.metering.focus;

import java.util.ArrayList;
import java.util.List;

/** How the four costs of a row hang together. */
final class CostRules {

  private CostRules() {}

  static List<RowRule> all() {
    List<RowRule> rules = new ArrayList<>();
    for (String kind : List.of("List", "Contracted")) {
      String cost = kind + "Cost";
      String price = kind + "UnitPrice";
      String rule = "is the product of " + price + " and PricingQuantity";
      rules.add(
          RowRule.of(cost, rule, row -> row.product(cost, price, "PricingQuantity"))
              .only(FocusVersion.V1_4));
      rules.add(
          RowRule.of(
                  cost,
                  rule + ", but for a Correction",
                  row -> row.isCorrection() || row.product(cost, price, "PricingQuantity"))
              .only(FocusVersion.V1_2));
      rules.add(
          RowRule.of(
              cost,
              "is BilledCost where there is no unit price and it is no Tax",
              row -> row.has(price) || row.isTax() || row.equal(cost, "BilledCost")));
      rules.add(
          RowRule.of(
              cost,
              "is BilledCost for a Credit",
              row -> !row.is("ChargeCategory", "Credit") || row.equal(cost, "BilledCost")));
    }
    rules.add(
        RowRule.of(
            "EffectiveCost",
            "is BilledCost where no charge covers another",
            row -> row.equal("EffectiveCost", "BilledCost")));
    return rules;
  }
}
