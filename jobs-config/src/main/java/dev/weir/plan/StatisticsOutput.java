package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Kind;
import java.util.List;
import java.util.stream.Stream;

/** A row of a release of statistics: what its reader gets. */
final class StatisticsOutput {

  private StatisticsOutput() {}

  static Output.Fields of(StatisticsPlan plan) {
    return new Output.Fields(
        List.of(
            field("window", window()),
            field("group", groups(plan)),
            field(
                "measures",
                new Output.Fields(
                    plan.measures().stream().map(StatisticsOutput::measure).toList())),
            field("privacy", privacy())));
  }

  private static Output.Field field(String name, Output output) {
    return new Output.Field(name, true, output);
  }

  private static Output.Leaf leaf(LogicalType type, String told, String... path) {
    return new Output.Leaf(FieldPath.of(path), type, type, new Step.Statistic(told));
  }

  private static Output.Fields window() {
    return new Output.Fields(
        List.of(
            field("from", leaf(LogicalType.TIMESTAMP, "first instant counted", "window", "from")),
            field("to", leaf(LogicalType.TIMESTAMP, "first instant not counted", "window", "to"))));
  }

  private static Output.Fields groups(StatisticsPlan plan) {
    return new Output.Fields(
        plan.groupBy().stream()
            .map(
                group ->
                    new Output.Field(
                        group.field().toString(),
                        group.listed() != null,
                        new Output.Leaf(
                            group.field(),
                            group.type(),
                            group.type(),
                            new Step.Statistic(
                                group.listed() == null
                                    ? "group, discovered privately"
                                    : "group, of a public list"))))
            .toList());
  }

  private static Output.Field measure(Figure figure) {
    boolean list = figure.kind() == Kind.QUANTILES || figure.kind() == Kind.HISTOGRAM;
    Output value = leaf(LogicalType.NUMBER, words(figure), "measures", figure.name(), "value");
    Output end =
        leaf(
            LogicalType.NUMBER,
            "from where to where it is without noise, in 95 of 100 cases",
            "measures",
            figure.name(),
            "interval");
    Output interval = new Output.Items(end);
    return field(
        figure.name(),
        new Output.Fields(
            List.of(
                field("value", list ? new Output.Items(value) : value),
                field("interval", list ? new Output.Items(interval) : interval))));
  }

  private static String words(Figure figure) {
    String of =
        switch (figure.kind()) {
          case COUNT -> "records";
          case COUNT_DISTINCT -> "people";
          case SUM -> "sum";
          case MEAN -> "mean";
          case VARIANCE -> "variance";
          case QUANTILES -> "quantiles " + figure.ranks();
          case HISTOGRAM -> "records in buckets from " + figure.edges();
        };
    StatisticsPlan.Values values = figure.values();
    return of
        + (figure.field() == null ? "" : " of " + figure.field())
        + (values == null
            ? ""
            : ", clamped to "
                + values.low().toPlainString()
                + " and "
                + values.high().toPlainString()
                + ", in steps of "
                + values.step().toPlainString())
        + ", with noise";
  }

  private static Output.Fields privacy() {
    return new Output.Fields(
        List.of(
            field(
                "epsilon", leaf(LogicalType.NUMBER, "what the window cost", "privacy", "epsilon")),
            field("delta", leaf(LogicalType.NUMBER, "at which that is", "privacy", "delta")),
            field(
                "budgetLeft",
                new Output.Fields(
                    List.of(
                        field(
                            "epsilon",
                            leaf(
                                LogicalType.NUMBER,
                                "what is left of the period",
                                "privacy",
                                "budgetLeft",
                                "epsilon"))))),
            field("perSubject", bounds())));
  }

  private static Output.Fields bounds() {
    return new Output.Fields(
        Stream.of("records", "groups", "windows")
            .map(
                name ->
                    field(
                        name,
                        leaf(
                            LogicalType.INTEGER,
                            "what one person may add to",
                            "privacy",
                            "perSubject",
                            name)))
            .toList());
  }
}
