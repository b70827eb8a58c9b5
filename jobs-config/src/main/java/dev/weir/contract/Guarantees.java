package dev.weir.contract;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.CohortMode;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader of the topic may rely on besides the fields. */
final class Guarantees {

  private Guarantees() {}

  static List<Object> of(ReleasePlan release, boolean producersClock) {
    FieldPath key = release.keyField();
    List<Object> all = new ArrayList<>();
    all.add(property("delivery", "exactly once, to readers of isolation level read_committed"));
    all.add(property("key", key == null ? "none" : key.toString()));
    all.add(
        property(
            "order",
            key == null ? "none" : "within a subject, where the source is partitioned by subject"));
    all.add(property("timestamp", "time of release, cut to the minute"));
    if (release.cohort() != null) {
      crowd(release.cohort(), all);
    }
    if (release.statistics() != null) {
      all.addAll(StatisticsGuarantees.of(release.statistics(), producersClock));
    }
    all.add(property("plan", release.digest()));
    return all;
  }

  private static void crowd(CohortPlan crowd, List<Object> all) {
    boolean stable = crowd.mode() == CohortMode.STABLE;
    all.add(
        property(
            "crowd",
            "each row shares its generalized values with rows of at least "
                + crowd.k()
                + " people "
                + (stable ? "of the last " + crowd.horizon() : "that left with it")));
    if (crowd.pace() != null) {
      all.add(
          property(
              "pace",
              "rows leave every "
                  + crowd.pace()
                  + ", shuffled; whoever comes to a crowd comes with "
                  + (crowd.k() - 1)
                  + " others"));
    }
    crowd
        .diversity()
        .forEach(
            rule ->
                all.add(
                    property(
                        "diversity of " + rule.field(),
                        (rule.entropy() ? "entropy of " : "distinct values, ")
                            + rule.l().toPlainString())));
    crowd
        .closeness()
        .forEach(
            rule -> all.add(property("closeness of " + rule.field(), rule.t().toPlainString())));
  }

  static Map<String, Object> property(String name, String value) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("property", name);
    property.put("value", value);
    return property;
  }
}
