package dev.weir.operators.stage.statistics;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.PostProcess;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Group;
import dev.weir.plan.StatisticsPlan.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Releases of statistics, hour by hour, for tests: by shop, in how many records, people and euros.
 */
public final class StatisticsPlans {

  static final String TOPIC = "acme.spend.v1";

  private StatisticsPlans() {}

  static StatisticsPlan.Window hours() {
    return new StatisticsPlan.Window("PT1H", null, null);
  }

  /** And of those sizes besides. */
  static StatisticsPlan.Window hoursAnd(String... coarser) {
    return new StatisticsPlan.Window("PT1H", null, null, List.of(coarser));
  }

  /** Of what adds up alone, so that sizes agree with one another. */
  static StatisticsPlan consistent(StatisticsPlan plan) {
    List<Figure> sums = new ArrayList<>(measures());
    sums.set(1, figure("again", Kind.COUNT, null));
    return new StatisticsPlan(
        plan.uid(),
        plan.window(),
        plan.lateness(),
        plan.groupBy(),
        sums,
        plan.perSubject(),
        plan.budget(),
        List.of(PostProcess.NON_NEGATIVE, PostProcess.ROUND, PostProcess.CONSISTENT),
        plan.terms());
  }

  static List<Group> shops(String... shops) {
    return List.of(new Group(FieldPath.of("shop"), LogicalType.STRING, List.of(shops)));
  }

  static List<Group> discoveredShops() {
    return List.of(new Group(FieldPath.of("shop"), LogicalType.STRING, null));
  }

  static List<Figure> measures() {
    return List.of(
        figure("payments", Kind.COUNT, null),
        figure("people", Kind.COUNT_DISTINCT, null),
        figure(
            "spend",
            Kind.SUM,
            new StatisticsPlan.Values(
                BigDecimal.ZERO, new BigDecimal("100"), new BigDecimal("0.01"))));
  }

  static Figure figure(String name, Kind kind, StatisticsPlan.@Nullable Values values) {
    FieldPath field = values == null ? null : FieldPath.of("amount");
    return new Figure(name, kind, field, values, null, 0, null, BigDecimal.ONE);
  }

  static StatisticsPlan statistics(
      StatisticsPlan.Window window,
      List<Group> groups,
      StatisticsPlan.Bounds bounds,
      String epsilon,
      String terms) {
    return new StatisticsPlan(
        "weir/p/o/bound/a/spend",
        window,
        "PT5M",
        groups,
        measures(),
        bounds,
        new BudgetPlan(new BigDecimal(epsilon), new BigDecimal("1e-6"), "P1D"),
        List.of(PostProcess.ROUND),
        terms);
  }

  /** The same, of other measures, at another δ, and without rounding. */
  static StatisticsPlan measuring(StatisticsPlan plan, List<Figure> measures, String delta) {
    BudgetPlan budget = plan.budget();
    return new StatisticsPlan(
        plan.uid(),
        plan.window(),
        plan.lateness(),
        plan.groupBy(),
        measures,
        plan.perSubject(),
        new BudgetPlan(budget.epsilon(), new BigDecimal(delta), budget.per()),
        List.of(),
        plan.terms());
  }

  /** Each person: 3 records and 2 groups in an hour, 2 hours of a day. */
  public static StatisticsPlan statistics() {
    return statistics(hours(), shops("a", "b"), new StatisticsPlan.Bounds(3, 2, 2), "2", "terms");
  }

  public static ReleasePlan release(StatisticsPlan statistics) {
    return release("acme", "spend", "active", statistics);
  }

  static ReleasePlan release(
      String partner, String name, String status, StatisticsPlan statistics) {
    List<String> stages = List.of("decode", "treat", "bound", "statistics");
    return release(partner, name, status, statistics, stages);
  }

  /** One whose rows a quota may keep back. */
  static ReleasePlan restrained(StatisticsPlan statistics) {
    List<String> stages = List.of("decode", "treat", "bound", "statistics", "quota");
    return release("acme", "spend", "active", statistics, stages);
  }

  private static ReleasePlan release(
      String partner, String name, String status, StatisticsPlan statistics, List<String> stages) {
    return new ReleasePlan(
        partner + "-statistics",
        "1.0.0",
        partner,
        name,
        "statistics",
        partner + "." + name + ".v1",
        status,
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        "P90D",
        null,
        stages,
        null,
        statistics,
        new Output.Fields(List.of()),
        List.of(),
        null,
        "0123456789abcdef0123456789abcdef");
  }
}
