package dev.weir.bench.subjects;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.CohortMode;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.util.List;

/** A release of crowds of ten by age, postal code, gender and schooling, with tokens. */
final class CrowdPlan {

  private static final String GENDERS = "f;*\nm;*\nx;*\n";

  private CrowdPlan() {}

  /** Sixteen leaves under four labels. */
  private static String schooling() {
    StringBuilder lines = new StringBuilder();
    for (int leaf = 0; leaf < 16; leaf++) {
      lines.append("s").append(leaf).append(";g").append(leaf / 4).append(";*\n");
    }
    return lines.toString();
  }

  /** By ages, which are in a bell around 50: each part has as many people, or nearly. */
  private static List<CohortPlan.Cut> cuts(int regions) {
    List<String> ages =
        switch (regions) {
          case 1 -> List.of();
          case 2 -> List.of("50");
          case 4 -> List.of("38", "50", "62");
          case 8 -> List.of("31", "38", "44", "50", "56", "62", "69");
          default -> throw new IllegalArgumentException("regions are 1, 2, 4 or 8");
        };
    return ages.isEmpty() ? List.of() : List.of(new CohortPlan.Cut(FieldPath.of("age"), ages));
  }

  /**
   * @param regions 1, 2, 4 or 8
   * @param risk whether the risk of what leaves is measured
   */
  static ReleasePlan release(int k, int regions, boolean risk) {
    Step.KeyRef key = new Step.KeyRef("acme", "one-way");
    Step.TokenContext context = new Step.TokenContext("cohort", "agreement:a", "p/id");
    Output.Fields output =
        new Output.Fields(
            List.of(
                field("id", LogicalType.STRING, new Step.CohortToken(key, context)),
                field("age", LogicalType.INTEGER, new Generalization.Integers(1)),
                field("zip", LogicalType.STRING, new Generalization.Prefix(5)),
                field(
                    "gender",
                    LogicalType.STRING,
                    new Generalization.Hierarchy("gender.csv", "0", GENDERS)),
                field(
                    "schooling",
                    LogicalType.STRING,
                    new Generalization.Hierarchy("schooling.csv", "0", schooling()))));
    CohortPlan cohort =
        new CohortPlan(
            "crowds",
            CohortMode.STABLE,
            k,
            List.of(),
            List.of(),
            "PT10S",
            "P90D",
            null,
            cuts(regions),
            "space",
            "form",
            risk ? new CohortPlan.RiskBounds(BigDecimal.ONE, BigDecimal.ONE) : null);
    return new ReleasePlan(
        "acme-crowds",
        "1.0.0",
        "acme",
        "crowds",
        "cohorts",
        "acme.crowds.v1",
        "active",
        "2020-01-01T00:00:00Z",
        "2100-01-01T00:00:00Z",
        null,
        "P90D",
        FieldPath.of("id"),
        List.of("decode", "treat", "cohort"),
        cohort,
        output,
        List.of(key),
        null,
        "0123456789abcdef0123456789abcdef");
  }

  private static Output.Field field(String name, LogicalType type, Generalization to) {
    return field(name, type, new Step.Generalize(to));
  }

  private static Output.Field field(String name, LogicalType type, Step step) {
    return new Output.Field(name, true, new Output.Leaf(FieldPath.of(name), type, type, step));
  }
}
