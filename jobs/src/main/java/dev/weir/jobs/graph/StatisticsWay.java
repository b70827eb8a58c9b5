package dev.weir.jobs.graph;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.StatisticsRows;
import dev.weir.operators.stage.statistics.BoundingOperator;
import dev.weir.operators.stage.statistics.StatisticsOperator;
import dev.weir.operators.stage.statistics.StatisticsSettings;
import dev.weir.operators.state.StreamType;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * After treat, for releases of statistics: each holds people to its bounds in a stage of its own;
 * the windows of all of a product's releases are charged and drawn in one, of one subtask, so that
 * one ledger sees all that is spent.
 */
final class StatisticsWay {

  private final Map<String, Counted> products = new TreeMap<>();

  /** What is counted of the objects of a product. */
  private record Counted(
      String uid,
      StatisticsSettings settings,
      List<ReleasePlan> releases,
      List<DataStream<PartialSums>> sums,
      List<DataStream<OutputRecord>> told) {}

  /**
   * Counts what treat gives for it.
   *
   * @param treated gives the rows beside what it lets out
   */
  void add(SingleOutputStreamOperator<?> treated, ProductPlan product, ProductInput input) {
    for (ReleasePlan release : product.releases()) {
      StatisticsPlan statistics = release.statistics();
      if (statistics != null) {
        bound(treated, release, statistics, counted(product, input));
      }
    }
  }

  private Counted counted(ProductPlan product, ProductInput input) {
    StatisticsSettings settings =
        Objects.requireNonNull(input.statistics(), "a product that is counted needs settings");
    return products.computeIfAbsent(
        product.product(),
        id ->
            new Counted(
                product.statisticsUid(),
                settings,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>()));
  }

  private static void bound(
      SingleOutputStreamOperator<?> treated,
      ReleasePlan release,
      StatisticsPlan statistics,
      Counted counted) {
    SingleOutputStreamOperator<PartialSums> bounded =
        treated
            .getSideOutput(StatisticsRows.of(release))
            .keyBy(StatisticsRow::shard, Types.INT)
            .transform(
                "bound", StreamType.PARTIAL_SUMS, new BoundingOperator(release, counted.settings()))
            .uid(statistics.uid())
            .name("bound " + release.agreement() + "." + release.release());
    counted.releases().add(release);
    counted.sums().add(bounded);
    counted.told().add(bounded.getSideOutput(BoundingOperator.TOLD));
  }

  /** Gathers what leaves of all that is counted, and what a quota may keep back. */
  void gather(Beside beside) {
    products.forEach(
        (product, counted) -> {
          SingleOutputStreamOperator<OutputRecord> drawn = drawn(product, counted);
          QuotaStage.gather(drawn, counted.releases(), beside.restrained());
          beside.aside().add(drawn);
          beside.aside().addAll(counted.told());
        });
  }

  private static SingleOutputStreamOperator<OutputRecord> drawn(String product, Counted counted) {
    return counted.sums().stream()
        .reduce(DataStream::union)
        .orElseThrow()
        .keyBy(sums -> StatisticsOperator.KEY, Types.INT)
        .transform(
            "statistics",
            StreamType.OUTPUT_RECORD,
            new StatisticsOperator(product, counted.releases(), counted.settings()))
        .setParallelism(1)
        .uid(counted.uid())
        .name("statistics " + product);
  }
}
