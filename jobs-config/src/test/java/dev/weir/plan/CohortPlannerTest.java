package dev.weir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.CohortMode;
import dev.weir.config.agreement.Diversity;
import dev.weir.config.agreement.Release;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of an agreement the kept crowds rest on: where it changes, they are forgotten. */
final class CohortPlannerTest {

  private static final FieldPath ILLNESS = FieldPath.of("illness");
  private static final FieldPath TRADE = FieldPath.of("trade");

  private static final Output.Fields OUTPUT =
      new Output.Fields(List.of(field("illness"), field("trade")));

  private static Output.Field field(String name) {
    FieldPath path = FieldPath.of(name);
    return new Output.Field(
        name, true, new Output.Leaf(path, LogicalType.STRING, LogicalType.STRING, new Step.Keep()));
  }

  private static String space(CohortMode mode, FieldPath... looked) {
    Release.Cohorts release =
        new Release.Cohorts(
            "shoppers",
            null,
            "acme.shoppers.v1",
            mode,
            3,
            List.of(looked).stream().map(CohortPlannerTest::diverse).toList(),
            List.of(),
            Duration.ofMinutes(1),
            Period.ofDays(30),
            null,
            null,
            Map.of(),
            Map.of());
    return new CohortPlanner("weir")
        .plan(Cards.agreement("acme-payments", "acme", Map.of()), release, OUTPUT)
        .space();
  }

  private static Diversity diverse(FieldPath field) {
    return new Diversity(field, BigDecimal.valueOf(2), Diversity.Type.DISTINCT);
  }

  /** Homes are of `stable`: whoever left under one in a batch would leave alone. */
  @Test
  void anotherMode_isAnotherSpace() {
    assertThat(space(CohortMode.WINDOW, ILLNESS)).isNotEqualTo(space(CohortMode.STABLE, ILLNESS));
  }

  /** Crowds keep values by their place among the fields that are looked at. */
  @Test
  void valuesInAnotherOrder_areAnotherSpace() {
    assertThat(space(CohortMode.STABLE, TRADE, ILLNESS))
        .isNotEqualTo(space(CohortMode.STABLE, ILLNESS, TRADE));
  }

  /** So that homes of former builds are kept. */
  @Test
  void stableInTheOrderOfPlaces_isTheLeavesAlone() {
    assertThat(space(CohortMode.STABLE, ILLNESS, TRADE))
        .isEqualTo(PlanDigest.ofParts(OUTPUT.leaves().toList()));
  }
}
