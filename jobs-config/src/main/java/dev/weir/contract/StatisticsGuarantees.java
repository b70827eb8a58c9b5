package dev.weir.contract;

import dev.weir.plan.BudgetPlan;
import dev.weir.plan.StatisticsPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader of statistics may rely on, and what their numbers are worth. */
final class StatisticsGuarantees {

  private StatisticsGuarantees() {}

  static List<Object> of(StatisticsPlan plan, boolean producersClock) {
    BudgetPlan budget = plan.budget();
    List<Object> all = new ArrayList<>();
    all.add(
        Guarantees.property(
            "differential privacy",
            "per person and calendar period of "
                + budget.per()
                + " (UTC): epsilon "
                + budget.epsilon().toPlainString()
                + ", delta "
                + budget.delta()));
    StatisticsPlan.Bounds bounds = plan.perSubject();
    all.add(
        Guarantees.property(
            "bounds of a person",
            bounds.records()
                + " records and "
                + bounds.groups()
                + " groups in a window"
                + (plan.window().coarser().isEmpty() ? "" : " of " + plan.window().size())
                + ", "
                + bounds.windows()
                + " windows in a period; what is beyond is not counted"));
    all.add(
        Guarantees.property(
            "intervals",
            "hold the number without noise in 95 of 100 cases; what bounds and clamps leave out is"
                + " not in them"));
    all.add(Guarantees.property("windows", windows(plan)));
    if (plan.sums()) {
      all.add(
          Guarantees.property(
              "coarser windows",
              "are the sums of the rows of "
                  + plan.window().size()
                  + ", and leave where all of these have left"));
    }
    if (producersClock) {
      all.add(
          Guarantees.property(
              "clock",
              "when a record came is said by its producer, not by the broker: the promise holds where"
                  + " no producer is ahead of time, for that makes others' records late"));
    }
    if (plan.discovers()) {
      all.add(
          Guarantees.property(
              "groups",
              "are shown once enough people were in them, by a noised count; then always"));
    }
    return all;
  }

  private static String windows(StatisticsPlan plan) {
    StatisticsPlan.Window window = plan.window();
    String of =
        window.since() != null
            ? "totals every " + window.size() + " since " + window.since()
            : window.hop() == null
                ? "every " + window.size() + coarser(window)
                : window.size() + " every " + window.hop();
    return of + ", empty or not; records may come " + plan.lateness() + " after its end";
  }

  private static String coarser(StatisticsPlan.Window window) {
    return window.coarser().stream().map(" and every "::concat).collect(Collectors.joining());
  }
}
