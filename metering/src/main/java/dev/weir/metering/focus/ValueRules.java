package dev.weir.metering.focus;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values there are, and how periods and invoices hang together. */
final class ValueRules {

  private ValueRules() {}

  static List<RowRule> all() {
    return List.of(
        allowed("ChargeCategory", Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment")),
        allowed("ChargeClass", Set.of("Correction")),
        allowed("ChargeFrequency", Set.of("One-Time", "Recurring", "Usage-Based")),
        allowed("PricingCategory", Set.of("Standard", "Dynamic", "Committed", "Other")),
        allowed("ServiceCategory", Services.categories()),
        RowRule.of(
            "ServiceSubcategory",
            "is one of its ServiceCategory",
            row -> Services.isOf(row.text("ServiceCategory"), row.text("ServiceSubcategory"))),
        RowRule.of(
            "ChargeFrequency",
            "is not Usage-Based for a Purchase",
            row ->
                !row.is("ChargeCategory", "Purchase") || !row.is("ChargeFrequency", "Usage-Based")),
        period("Billing"),
        period("Charge"),
        RowRule.together("InvoiceDetailId", "InvoiceId").only(FocusVersion.V1_4));
  }

  private static RowRule allowed(String column, Set<String> values) {
    return RowRule.of(
        column,
        "is one of the allowed values",
        row -> !row.has(column) || values.contains(row.text(column)));
  }

  private static RowRule period(String name) {
    return RowRule.of(
        name + "PeriodEnd",
        "is after the period's start",
        row -> after(row.text(name + "PeriodStart"), row.text(name + "PeriodEnd")));
  }

  /** Times of one form are ordered as texts are. */
  private static boolean after(@Nullable String start, @Nullable String end) {
    return start == null || end == null || start.compareTo(end) < 0;
  }
}
