package dev.weir.jobs.file;

import dev.weir.jobs.graph.GatewayGraph;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.graph.ProductInput;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.KeySource;
import dev.weir.operators.stage.NeededKeys;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.operators.stage.statistics.StatisticsSettings;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** {@code weir run}: a plan over files. */
public final class FileRun {

  private final JobPlan plan;
  private final ProductPlan product;
  private final RecordFormat format;
  private final RunFiles ends;
  private final KeySource keys;
  private final WallClock clock;
  private final Instant asOf;
  private final @Nullable Span days;

  private FileRun(
      JobPlan plan,
      RecordFormat format,
      RunFiles ends,
      KeySource keys,
      Instant asOf,
      @Nullable Span days) {
    this.days = days;
    this.plan = plan;
    this.product = plan.products().get(0);
    this.format = format;
    this.ends = ends;
    this.keys = keys;
    this.clock = WallClock.startingAt(asOf);
    this.asOf = asOf;
  }

  /** As below, and nothing is made of what was counted. */
  public static Summary run(
      JobPlan plan, RunFiles ends, KeySource keys, Instant asOf, LongConsumer progress)
      throws IOException {
    return run(plan, ends, keys, asOf, CountedDays.OF_RECORDS, RunPapers.NONE, progress);
  }

  /**
   * Runs the plan over files: {@code .jsonl}, {@code .csv} or {@code .avro}. Every reader makes
   * JSON of them, so what leaves is JSON too.
   *
   * @param plan of one product
   * @param keys opened only if the plan needs a key
   * @param asOf where the clock starts
   * @param counted for plans that have statistics
   * @param papers what is made of what was counted
   * @param progress told now and then how many records have been read
   * @throws dev.weir.operators.file.InputException if a file cannot be read, or not to its end
   * @throws dev.weir.tokenization.KeyException if a key is missing
   * @throws dev.weir.privacy.opendp.OpenDpException if the plan has statistics, and their noise
   *     cannot be drawn
   * @throws dev.weir.operators.stage.JobStoppedException if Weir itself fails
   * @throws LedgerFileException if the ledger is none, another run has it, or it is read or
   *     replaced by this one
   * @throws java.nio.file.FileSystemException if the output cannot be written, or is what is read
   */
  public static Summary run(
      JobPlan plan,
      RunFiles ends,
      KeySource keys,
      Instant asOf,
      CountedDays counted,
      RunPapers papers,
      LongConsumer progress)
      throws IOException {
    JsonRecordFormat json = new JsonRecordFormat(RecordLimits.DEFAULT);
    return run(plan, json, ends, keys, asOf, counted, papers, progress);
  }

  static Summary run(
      JobPlan plan,
      RecordFormat format,
      RunFiles ends,
      KeySource keys,
      Instant asOf,
      CountedDays counted,
      RunPapers papers,
      LongConsumer progress)
      throws IOException {
    FileRun run = new FileRun(plan, format, ends, keys, asOf, counted.days());
    run.check();
    OutputFiles files = OutputFiles.in(ends.output());
    if (!plan.counts()) {
      return run.into(files, null, papers, progress);
    }
    Path given = counted.ledger();
    try (LedgerFile ledger = LedgerFile.open(given == null ? files.file(LedgerFile.NAME) : given)) {
      return run.into(files, ledger, papers, progress);
    }
  }

  private void check() throws IOException {
    if (plan.products().size() != 1) {
      throw new IllegalArgumentException("a file holds the records of one schema object");
    }
    source().check();
    if (plan.counts()) {
      OpenDp unused = OpenDp.load();
    }
    List<KeyException> missing = NeededKeys.problems(plan, false, keys);
    if (!missing.isEmpty()) {
      String all = missing.stream().map(KeyException::getMessage).collect(Collectors.joining("; "));
      throw new KeyException(missing.get(0).kind(), all);
    }
  }

  private Summary into(
      OutputFiles files, @Nullable LedgerFile ledger, RunPapers papers, LongConsumer progress)
      throws IOException {
    ResultFiles results = new ResultFiles(plan, files, papers, ledger);
    ends.requireApart(results.replaced());
    if (ledger != null) {
      ledger.requireApart(ends, results.replaced());
    }
    StatisticsSettings counting = ledger == null ? null : counting(ledger);
    try {
      Map<String, Object> counts = accumulators(counting, results.sink(), progress);
      Summary summary = Summary.of(plan, counts, days == null);
      results.write(summary);
      results.name();
      return summary;
    } finally {
      results.discard();
    }
  }

  private Map<String, Object> accumulators(
      @Nullable StatisticsSettings counting, LinesSink sink, LongConsumer progress)
      throws IOException {
    try (LocalExecution execution = LocalExecution.create()) {
      StreamExecutionEnvironment environment = execution.environment();
      Hardening hardening = Hardening.ofGraph();
      hardening.applyTo(environment);
      return execution.run(
          environment,
          GatewayGraph.build(environment, hardening, plan, product -> input(counting), sink),
          counts -> progress.accept(Summary.of(plan, counts, false).read()));
    }
  }

  private StatisticsSettings counting(LedgerFile ledger) {
    return new StatisticsSettings(
        plan.sink().ledgerTopic(),
        ledger.rows(),
        null,
        0,
        days,
        false,
        clock,
        MeterSettings.ofFiles(plan, asOf));
  }

  private ProductInput input(@Nullable StatisticsSettings counting) {
    TreatSettings settings =
        new TreatSettings(
            DeadLetterSource.files(ends.inputs().stream().map(Path::toString).toList()),
            keys,
            DeadLetterSettings.unlimited(),
            clock,
            TreatSettings.UNLIMITED,
            null,
            MeterSettings.ofFiles(plan, asOf));
    return new ProductInput(source(), format, settings, counting);
  }

  private FileInput source() {
    return FileInput.of(ends.inputs(), product.record(), RecordLimits.DEFAULT, clock);
  }
}
