package dev.weir.jobs;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.CohortMode;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Generalization;
import dev.weir.plan.JobPlan;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.SinkPlan;
import dev.weir.plan.Step;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans as small as they can be. */
public final class TestPlans {

  private TestPlans() {}

  public static JobPlan job(ProductPlan... products) {
    List<String> topics =
        Stream.of(products)
            .flatMap(
                product ->
                    Stream.concat(
                        Stream.of(product.deadLetterTopic()),
                        product.releases().stream().map(ReleasePlan::topic)))
            .sorted()
            .toList();
    return new JobPlan("eu", List.of(products), SinkPlan.of("eu", "weir", topics));
  }

  public static ProductPlan product(String id, ReleasePlan... releases) {
    return new ProductPlan(
        id,
        "2.3.0",
        "v3.1.0",
        "record",
        "weir/" + id + "/record/source",
        "weir/" + id + "/record/decode",
        "weir/" + id + "/record/treat",
        id + ".dead-letters",
        new Shape.Fields(List.of()),
        FieldPath.of("customer_id"),
        null,
        null,
        List.of(releases));
  }

  public static ReleasePlan release(String partner, String topic, Step.KeyRef... keys) {
    return release(partner, topic, List.of("decode", "treat"), keys);
  }

  /** A release that says it has random tokens. */
  public static ReleasePlan remembering(String partner, String topic) {
    return release(partner, topic, List.of("decode", "treat", "remember", "assemble"));
  }

  /** A release that says a quota may keep it back. */
  public static ReleasePlan restrained(String partner, String topic) {
    return release(partner, topic, List.of("decode", "treat", "quota"));
  }

  /** A release of crowds in two regions. */
  public static ReleasePlan crowds(String partner, String topic, String product) {
    FieldPath age = FieldPath.of("age");
    Output.Leaf leaf =
        new Output.Leaf(
            age,
            LogicalType.INTEGER,
            LogicalType.INTEGER,
            new Step.Generalize(new Generalization.Integers(1)));
    CohortPlan crowd =
        new CohortPlan(
            "weir/" + product + "/record/cohort/" + partner + "-agreement/all",
            CohortMode.STABLE,
            5,
            List.of(),
            List.of(),
            "PT30S",
            "P90D",
            null,
            List.of(new CohortPlan.Cut(age, List.of("50"))),
            "space",
            "form",
            null);
    return release(
        partner,
        topic,
        List.of("decode", "treat", "cohort"),
        crowd,
        new Output.Fields(List.of(new Output.Field("age", false, leaf))));
  }

  private static ReleasePlan release(
      String partner, String topic, List<String> stages, Step.KeyRef... keys) {
    return release(partner, topic, stages, null, new Output.Fields(List.of()), keys);
  }

  private static ReleasePlan release(
      String partner,
      String topic,
      List<String> stages,
      @Nullable CohortPlan crowd,
      Output.Fields output,
      Step.KeyRef... keys) {
    return new ReleasePlan(
        partner + "-agreement",
        "1.2.0",
        partner,
        "all",
        crowd == null ? "records" : "cohorts",
        topic,
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        "P90D",
        null,
        stages,
        crowd,
        output,
        List.of(keys),
        null,
        "0123456789abcdef0123456789abcdef");
  }
}
