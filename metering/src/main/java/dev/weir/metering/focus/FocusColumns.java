package dev.weir.metering.focus;

import static dev.weir.metering.focus.FocusColumn.conditional;
import static dev.weir.metering.focus.FocusColumn.mandatory;

import dev.weir.metering.focus.FocusColumn.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The columns that Weir writes: the 21 mandatory ones, and of the conditional and recommended ones
 * those whose condition holds (unit prices are published, usage is measured, invoices are issued);
 * then Weir's own.
 */
final class FocusColumns {

  private static final List<FocusColumn> ALL =
      List.of(
          mandatory("BilledCost", Type.DECIMAL),
          mandatory("BillingAccountId", Type.TEXT),
          mandatory("BillingAccountName", Type.TEXT).orNull(),
          mandatory("BillingCurrency", Type.CURRENCY),
          mandatory("BillingPeriodEnd", Type.DATE_TIME),
          mandatory("BillingPeriodStart", Type.DATE_TIME),
          mandatory("ChargeCategory", Type.TEXT),
          mandatory("ChargeClass", Type.TEXT).orNull(),
          mandatory("ChargeDescription", Type.TEXT).orNull(),
          conditional("ChargeFrequency", Type.TEXT).neverNull(),
          mandatory("ChargePeriodEnd", Type.DATE_TIME),
          mandatory("ChargePeriodStart", Type.DATE_TIME),
          conditional("ConsumedQuantity", Type.DECIMAL),
          conditional("ConsumedUnit", Type.TEXT),
          mandatory("ContractedCost", Type.DECIMAL),
          conditional("ContractedUnitPrice", Type.PRICE),
          mandatory("EffectiveCost", Type.DECIMAL),
          mandatory("HostProviderName", Type.TEXT).only(FocusVersion.V1_4),
          conditional("InvoiceDetailId", Type.TEXT).only(FocusVersion.V1_4),
          conditional("InvoiceId", Type.TEXT),
          mandatory("InvoiceIssuerName", Type.TEXT),
          mandatory("ListCost", Type.DECIMAL),
          conditional("ListUnitPrice", Type.PRICE),
          conditional("PricingCategory", Type.TEXT),
          mandatory("PricingQuantity", Type.DECIMAL).orNull(),
          mandatory("PricingUnit", Type.TEXT).orNull(),
          mandatory("ProviderName", Type.TEXT).only(FocusVersion.V1_2),
          mandatory("PublisherName", Type.TEXT).only(FocusVersion.V1_2),
          mandatory("ServiceCategory", Type.TEXT),
          mandatory("ServiceName", Type.TEXT),
          mandatory("ServiceProviderName", Type.TEXT).only(FocusVersion.V1_4),
          conditional("ServiceSubcategory", Type.TEXT).neverNull(),
          conditional("SkuId", Type.TEXT),
          conditional("SkuMeter", Type.TEXT),
          conditional("SkuPriceDetails", Type.JSON),
          conditional("SkuPriceId", Type.TEXT),
          conditional("x_Agreement", Type.TEXT).neverNull(),
          conditional("x_CorrectsEntry", Type.WHOLE),
          conditional("x_CorrectsInvoiceId", Type.TEXT),
          conditional("x_Entry", Type.WHOLE).neverNull(),
          conditional("x_PriceVersion", Type.TEXT));

  private FocusColumns() {}

  /** In the order in which they are written: FOCUS's own by name, then Weir's. */
  static List<FocusColumn> of(FocusVersion version) {
    return ALL.stream()
        .filter(column -> column.versions().contains(version))
        .sorted(
            Comparator.comparing((FocusColumn column) -> isCustom(column.id()))
                .thenComparing(FocusColumn::id))
        .toList();
  }

  static Optional<FocusColumn> find(FocusVersion version, String id) {
    return of(version).stream().filter(column -> column.id().equals(id)).findFirst();
  }

  static boolean isCustom(String id) {
    return id.startsWith("x_");
  }
}
