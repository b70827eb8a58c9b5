package dev.weir.jobs.graph;

import dev.weir.operators.meter.MeterOperator;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.meter.MeteredRelease;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.EndingPlan;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The stage that counts what leaves: after all that a record passes, so that it counts no more. */
public final class MeterStage {

  private MeterStage() {}

  /**
   * What leaves, and what is told of it.
   *
   * @param inputs of the plan's products; nothing is counted if none says how it is told
   * @param ending by which it leaves
   */
  static DataStream<OutputRecord> of(
      DataStream<OutputRecord> leaving,
      JobPlan plan,
      List<ProductInput> inputs,
      EndingPlan ending) {
    return inputs.stream()
        .map(input -> input.settings().meter())
        .filter(Objects::nonNull)
        .findFirst()
        .map(settings -> of(leaving, ending, settings, releases(plan, inputs)))
        .orElse(leaving);
  }

  private static DataStream<OutputRecord> of(
      DataStream<OutputRecord> leaving,
      EndingPlan ending,
      MeterSettings settings,
      List<MeteredRelease> releases) {
    MeterOperator meter = new MeterOperator(settings, ending.letter(), releases);
    return leaving
        .transform("meter", StreamType.OUTPUT_RECORD, meter)
        .uid(ending.sink().meterUid())
        .name(ending.named("meter"));
  }

  private static List<MeteredRelease> releases(JobPlan plan, List<ProductInput> inputs) {
    List<MeteredRelease> releases = new ArrayList<>();
    for (int product = 0; product < inputs.size(); product++) {
      releases.addAll(releases(plan.products().get(product), inputs.get(product).format()));
    }
    return releases;
  }

  /** The releases of a product whose records are of that format. */
  public static List<MeteredRelease> releases(ProductPlan product, RecordFormat format) {
    return product.releases().stream().map(release -> metered(release, format)).toList();
  }

  private static MeteredRelease metered(ReleasePlan release, RecordFormat format) {
    return new MeteredRelease(release, () -> format.cells(release));
  }
}
