package dev.weir.metering.focus;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.ChargeKind;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.rating.RatedLine.Unit;
import java.util.Locale;
import java.util.Map;

/**
 * What the columns of prices and quantities say of a charge. What lacks to a minimum is an
 * adjustment: nothing was used or bought for it, so it has no SKU, quantity or unit price.
 */
final class ChargeCells {

  private ChargeCells() {}

  static void put(Charge charge, Map<String, String> cells) {
    RatedLine line = charge.line();
    ChargeKind kind = line.key().kind();
    cells.put("ChargeDescription", description(charge));
    switch (kind) {
      case MINIMUM -> category("Adjustment", "One-Time", cells);
      case MONTH -> category("Purchase", "Recurring", cells);
      case FREE, RECORDS, OVERAGE -> category("Usage", "Usage-Based", cells);
    }
    if (kind != ChargeKind.MINIMUM) {
      price(line, cells);
    }
    if (line.unit() == Unit.THOUSAND_RECORDS) {
      cells.put("ConsumedQuantity", Long.toString(line.records()));
      cells.put("ConsumedUnit", "Records");
    }
  }

  private static void category(String category, String frequency, Map<String, String> cells) {
    cells.put("ChargeCategory", category);
    cells.put("ChargeFrequency", frequency);
  }

  /** List and contracted price are one: what the price book or the agreement says. */
  private static void price(RatedLine line, Map<String, String> cells) {
    String cost = FocusRows.text(line.quantity().multiply(line.unitPrice()));
    cells.put("ContractedCost", cost);
    cells.put("ListCost", cost);
    cells.put("ContractedUnitPrice", FocusRows.text(line.unitPrice()));
    cells.put("ListUnitPrice", FocusRows.text(line.unitPrice()));
    cells.put("PricingQuantity", FocusRows.text(line.quantity()));
    cells.put("PricingUnit", unit(line.unit()));
    cells.put("PricingCategory", "Standard");
    sku(line.key(), cells);
  }

  /** A price's id outlives its versions, and does not say which agreement pays it. */
  private static void sku(ChargeKey key, Map<String, String> cells) {
    String sku = key.kind().name().toLowerCase(Locale.ROOT);
    String price = key.price().split("@", 2)[0];
    cells.put("SkuId", sku);
    cells.put("SkuMeter", key.kind() == ChargeKind.MONTH ? "Subscription" : "Released Records");
    cells.put("SkuPriceId", price + "/" + sku + (key.tier() == 0 ? "" : "/" + key.tier()));
    if (key.tier() != 0) {
      cells.put("SkuPriceDetails", "{\"x_Tier\":" + key.tier() + "}");
    }
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case MONTHS -> "Months";
      case DAYS -> "Days";
      case THOUSAND_RECORDS -> "1000 Records";
      case UNITS -> "Units";
    };
  }

  private static String description(Charge charge) {
    ChargeKey key = charge.line().key();
    String price =
        FocusRows.text(charge.line().unitPrice()) + " " + key.currency().getCurrencyCode();
    String what =
        switch (key.kind()) {
          case MONTH -> "price of the month, " + price + one(charge.line().unit());
          case FREE -> "records that are free";
          case RECORDS -> "records of tier " + key.tier() + ", " + price + " a thousand";
          case OVERAGE -> "records over the quota, " + price + " a thousand";
          case MINIMUM -> "what lacks to the minimum";
        };
    String corrects = charge.corrects() == null ? "" : "Correction: ";
    return corrects + key.agreement() + " " + key.month() + ", " + what;
  }

  private static String one(Unit unit) {
    return unit == Unit.DAYS ? " a day" : "";
  }
}
