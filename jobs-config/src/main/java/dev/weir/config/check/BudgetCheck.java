package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Budget;
import dev.weir.config.agreement.Release;
import dev.weir.config.document.Document;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges what agreements may spend together. Budgets are added as zero-concentrated differential
 * privacy (Bun and Steinke 2016, lemma 1.7 and proposition 1.3), and their deltas.
 */
final class BudgetCheck {

  private final Place place;
  private final List<Document<Agreement>> agreements;

  BudgetCheck(Place place, List<Document<Agreement>> agreements) {
    this.place = place;
    this.agreements = agreements;
  }

  void check(Map<String, Budget> ceilings) {
    ceilings.forEach((product, ceiling) -> check(place.key(product), ceiling, budgets(product)));
  }

  private List<Budget> budgets(String product) {
    return agreements.stream()
        .map(Document::value)
        .filter(agreement -> agreement.product().id().equals(product))
        .flatMap(agreement -> agreement.releases().stream())
        .filter(Release.Statistics.class::isInstance)
        .map(release -> ((Release.Statistics) release).budget())
        .toList();
  }

  private static void check(Place place, Budget ceiling, List<Budget> budgets) {
    if (budgets.stream().anyMatch(budget -> !budget.per().equals(ceiling.per()))) {
      place
          .key("per")
          .note(
              CheckRule.BUDGET_CEILING,
              "An agreement's budget is per another period, so the two cannot be compared",
              "Give both the same period");
      return;
    }
    sums(place, ceiling, budgets);
  }

  private static void sums(Place place, Budget ceiling, List<Budget> budgets) {
    double rho = budgets.stream().mapToDouble(BudgetCheck::rho).sum();
    BigDecimal delta = budgets.stream().map(Budget::delta).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (rho > rho(ceiling) * (1 + 1e-12)) {
      over(place.key("epsilon"), String.format(Locale.ROOT, "rho %.6g", rho), rho(ceiling));
    }
    if (delta.compareTo(ceiling.delta()) > 0) {
      over(place.key("delta"), "delta " + delta, ceiling.delta().doubleValue());
    }
  }

  private static void over(Place place, String sum, double most) {
    place.note(
        CheckRule.BUDGET_CEILING,
        String.format(
            Locale.ROOT, "The agreements' budgets add up to %s, above this one's %.6g", sum, most),
        "Lower the agreements' budgets, or raise this one");
  }

  /** The greatest rho whose releases are (epsilon, delta)-private. */
  private static double rho(Budget budget) {
    double log = -Math.log(budget.delta().doubleValue());
    double root = Math.sqrt(budget.epsilon().doubleValue() + log) - Math.sqrt(log);
    return root * root;
  }
}
