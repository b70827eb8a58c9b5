package dev.weir.bench.statistics;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Group;
import dev.weir.plan.StatisticsPlan.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A release of statistics, hour by hour: records, people and euros of each group; ten records and
 * four groups a person in an hour, four hours of a day.
 */
final class CountedPlan {

  static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final int SIDE = 1_000;

  private CountedPlan() {}

  /** The name of a group: two fields, so that a million groups are a thousand of each. */
  static String group(int number) {
    return "{\"shop\":\"s" + number % SIDE + "\",\"area\":\"a" + number / SIDE + "\"}";
  }

  /** Of groups that are listed. */
  static ReleasePlan release(int groups) {
    return release(
        List.of(
            group("shop", "s", Math.min(groups, SIDE)),
            group("area", "a", (groups + SIDE - 1) / SIDE)),
        "2");
  }

  /** Of groups that are discovered, with so large a budget that nearly each is told. */
  static ReleasePlan discovering() {
    return release(List.of(discovered("shop"), discovered("area")), "2000");
  }

  private static Group discovered(String name) {
    return new Group(FieldPath.of(name), LogicalType.STRING, null);
  }

  private static ReleasePlan release(List<Group> groupBy, String epsilon) {
    StatisticsPlan statistics =
        new StatisticsPlan(
            "weir/p/o/bound/a/counted",
            new StatisticsPlan.Window("PT1H", null, null),
            "PT5M",
            groupBy,
            List.of(
                figure("payments", Kind.COUNT, null),
                figure("people", Kind.COUNT_DISTINCT, null),
                figure(
                    "spend",
                    Kind.SUM,
                    new StatisticsPlan.Values(
                        BigDecimal.ZERO, new BigDecimal("200"), new BigDecimal("0.01")))),
            new StatisticsPlan.Bounds(10, 4, 4),
            new BudgetPlan(new BigDecimal(epsilon), new BigDecimal("1e-6"), "P1D"),
            List.of(),
            "terms");
    return release(statistics);
  }

  private static Group group(String name, String letter, int values) {
    List<String> listed = IntStream.range(0, values).mapToObj(i -> letter + i).toList();
    return new Group(FieldPath.of(name), LogicalType.STRING, listed);
  }

  private static Figure figure(String name, Kind kind, StatisticsPlan.@Nullable Values values) {
    FieldPath field = values == null ? null : FieldPath.of("amount");
    return new Figure(name, kind, field, values, null, 0, null, BigDecimal.ONE);
  }

  private static ReleasePlan release(StatisticsPlan statistics) {
    return new ReleasePlan(
        "acme-counted",
        "1.0.0",
        "acme",
        "counted",
        "statistics",
        "acme.counted.v1",
        "active",
        "2020-01-01T00:00:00Z",
        "2100-01-01T00:00:00Z",
        null,
        "P90D",
        null,
        List.of("decode", "treat", "bound", "statistics"),
        null,
        statistics,
        new Output.Fields(List.of()),
        List.of(),
        null,
        "0123456789abcdef0123456789abcdef");
  }
}
