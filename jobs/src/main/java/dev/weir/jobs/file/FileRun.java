package dev.weir.jobs.file;

import dev.weir.jobs.graph.GatewayGraph;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.graph.ProductInput;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.KeySource;
import dev.weir.operators.stage.NeededKeys;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** {@code weir run}: a plan over one file. */
public final class FileRun {

  private final JobPlan plan;
  private final ProductPlan product;
  private final RecordFormat format;
  private final Path input;
  private final KeySource keys;
  private final WallClock clock;

  private FileRun(JobPlan plan, RecordFormat format, Path input, KeySource keys, WallClock clock) {
    this.plan = plan;
    this.product = plan.products().get(0);
    this.format = format;
    this.input = input;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Runs the plan over a file: {@code .jsonl}, {@code .csv} or {@code .avro}. Every reader makes
   * JSON of it, so what leaves is JSON too.
   *
   * @param plan of one product
   * @param keys opened only if the plan needs a key
   * @param output directory; what is there under the names of the run is replaced when it has ended
   *     well, and left alone when it has not
   * @param asOf where the clock starts
   * @throws dev.weir.operators.file.InputException if the file cannot be read, or not to its end
   * @throws dev.weir.tokenization.KeyException if a key is missing
   * @throws dev.weir.operators.stage.JobStoppedException if Weir itself fails
   * @throws IOException if the output cannot be written
   */
  public static Summary run(JobPlan plan, Path input, KeySource keys, Path output, Instant asOf)
      throws IOException {
    return run(plan, new JsonRecordFormat(RecordLimits.DEFAULT), input, keys, output, asOf);
  }

  static Summary run(
      JobPlan plan, RecordFormat format, Path input, KeySource keys, Path output, Instant asOf)
      throws IOException {
    FileRun run = new FileRun(plan, format, input, keys, WallClock.startingAt(asOf));
    run.check();
    return run.into(OutputFiles.in(output));
  }

  private void check() throws IOException {
    if (plan.products().size() != 1) {
      throw new IllegalArgumentException("a file holds the records of one schema object");
    }
    source().check();
    for (KeyException problem : NeededKeys.problems(plan.releases(), keys)) {
      throw problem;
    }
  }

  private Summary into(OutputFiles files) throws IOException {
    ResultFiles results = new ResultFiles(plan, files);
    try {
      Summary summary = Summary.of(plan, accumulators(results.sink()));
      results.write(summary);
      results.name();
      return summary;
    } finally {
      results.discard();
    }
  }

  private Map<String, Object> accumulators(LinesSink sink) throws IOException {
    try (LocalExecution execution = LocalExecution.create()) {
      StreamExecutionEnvironment environment = execution.environment();
      Hardening hardening = Hardening.ofGraph();
      hardening.applyTo(environment);
      return execution.run(
          environment, GatewayGraph.build(environment, hardening, plan, product -> input(), sink));
    }
  }

  private ProductInput input() {
    TreatSettings settings =
        new TreatSettings(
            DeadLetterSource.file(input.toString()),
            keys,
            DeadLetterSettings.unlimited(),
            clock,
            TreatSettings.UNLIMITED);
    return new ProductInput(source(), format, settings);
  }

  private FileInput source() {
    return FileInput.of(input, product.record(), RecordLimits.DEFAULT, clock);
  }
}
