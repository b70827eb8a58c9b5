package dev.weir.jobs.start;

import dev.weir.jobs.graph.Ending;
import dev.weir.jobs.graph.GatewayGraph;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.graph.ProductInput;
import dev.weir.jobs.graph.ProgressStage;
import dev.weir.jobs.kafka.KafkaControlLog;
import dev.weir.jobs.kafka.KafkaEnds;
import dev.weir.jobs.kafka.KafkaProgressLog;
import dev.weir.jobs.kafka.KafkaWriteRights;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.kafka.append.AppendTimeSource;
import dev.weir.operators.control.ControlSettings;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.progress.ProgressSettings;
import dev.weir.operators.progress.WriteRights;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.operators.stage.statistics.StatisticsSettings;
import dev.weir.plan.EndingPlan;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** The graph of a gateway, from what its file says and what the check has found. */
public final class GatewayStart {

  private final JobPlan plan;
  private final GatewaySettings gateway;
  private final StartFacts facts;
  private final ReadableConfig configuration;
  private final String run = UUID.randomUUID().toString();

  private GatewayStart(
      JobPlan plan, GatewaySettings gateway, StartFacts facts, ReadableConfig configuration) {
    this.plan = plan;
    this.gateway = gateway;
    this.facts = facts;
    this.configuration = configuration;
  }

  /**
   * The graph, ready to be executed or submitted.
   *
   * @param environment anything but the options that Weir sets itself
   */
  public static StreamGraph graph(
      StreamExecutionEnvironment environment,
      JobPlan plan,
      GatewaySettings gateway,
      StartFacts facts) {
    environment.configure(restore(facts.resume()));
    return new GatewayStart(plan, gateway, facts, environment.getConfiguration())
        .build(environment);
  }

  private StreamGraph build(StreamExecutionEnvironment environment) {
    Hardening hardening = Hardening.ofStream(gateway.checkpoints());
    hardening.applyTo(environment);
    environment.setParallelism(gateway.parallelism());
    return GatewayGraph.build(
        environment,
        hardening,
        plan,
        this::input,
        plan.endings().stream().map(this::ending).toList());
  }

  private Ending ending(EndingPlan ending) {
    return new Ending(
        ending,
        ProgressStage.of(ending, progress(ending)),
        KafkaEnds.sink(gateway.kafka(), ending.sink(), Writing.of(plan).names()));
  }

  private ProgressSettings progress(EndingPlan ending) {
    return new ProgressSettings(
        ending.writer(),
        run,
        plan.sink().progressTopic(),
        sources(),
        plan.digest(),
        gateway.checkpoints().interval(),
        new KafkaProgressLog(gateway.kafka(), plan.sink().progressTopic()),
        facts.accepted().get(ending.writer()),
        new WriteRights(Writing.of(plan).words(), new KafkaWriteRights(gateway.kafka())),
        WallClock.system());
  }

  /** The source's topic of each topic that is written. */
  private SortedMap<String, String> sources() {
    SortedMap<String, String> sources = new TreeMap<>();
    for (ProductPlan product : plan.products()) {
      String source = gateway.source(product.product()).topic();
      sources.put(product.deadLetterTopic(), source);
      for (ReleasePlan release : product.releases()) {
        sources.put(release.topic(), source);
        sources.put(release.usageTopic(), source);
      }
      sources.put(plan.sink().usageTopic(), source);
      if (product.counts()) {
        sources.put(plan.sink().ledgerTopic(), source);
      }
      if (product.subjectKeys() != null) {
        sources.put(product.subjectKeys(), source);
      }
    }
    return sources;
  }

  private ProductInput input(ProductPlan product) {
    SourceSettings source = gateway.source(product.product());
    return new ProductInput(
        records(product, source),
        source.format(),
        new TreatSettings(
            DeadLetterSource.topic(source.topic()),
            gateway.keys(),
            gateway.deadLetters(),
            WallClock.system(),
            facts.maxRecordBytes(),
            control(),
            meter()),
        product.counts() ? counting(product, source) : null);
  }

  private MeterSettings meter() {
    return MeterSettings.ofJob(plan, run)
        .again(Duplicates.of(facts.duplicates(), plan.releases(), sources()));
  }

  private StatisticsSettings counting(ProductPlan product, SourceSettings source) {
    return new StatisticsSettings(
        plan.sink().ledgerTopic(),
        facts.ledger(),
        plan.ceilings().get(product.product()),
        start(product, source.startFrom()),
        null,
        true,
        WallClock.system(),
        MeterSettings.ofJob(plan, run));
  }

  /**
   * Of releases that the state does not know: of those that a source goes on for nobody has what it
   * has read before.
   */
  private long start(ProductPlan product, StartFrom from) {
    long start = start(from);
    return facts.goOn().contains(product.product())
        ? Math.max(start, System.currentTimeMillis())
        : start;
  }

  /** By the calendar and the gateway's file, whatever was read. */
  private static long start(StartFrom from) {
    if (from instanceof StartFrom.Earliest) {
      return Long.MIN_VALUE;
    }
    return from instanceof StartFrom.Timestamp at
        ? at.from().toEpochMilli()
        : System.currentTimeMillis();
  }

  private Source<SourceRecord, ?, ?> records(ProductPlan product, SourceSettings source) {
    StartFrom from = facts.startFrom().getOrDefault(product.product(), source.startFrom());
    return product.counts()
        ? new AppendTimeSource(
            gateway.kafka(),
            source.topic(),
            group(plan),
            from,
            source.appendTime().configured(configuration))
        : KafkaEnds.source(gateway.kafka(), source.topic(), group(plan), from);
  }

  private @Nullable ControlSettings control() {
    ControlChannel channel = gateway.control();
    StartFacts.ControlEnd end = facts.control();
    if (channel == null) {
      return null;
    }
    if (end == null) {
      throw new IllegalStateException("the control log was not read to its end");
    }
    return new ControlSettings(
        plan.gateway(),
        channel.publicKey(),
        new KafkaControlLog(gateway.kafka(), channel.topic()),
        end.offset(),
        end.asked(),
        dates());
  }

  /** When agreements end to keep their tokens joinable. */
  private List<Long> dates() {
    return plan.releases().stream()
        .map(ReleasePlan::keepJoinable)
        .filter(Objects::nonNull)
        .map(until -> Instant.parse(until).toEpochMilli())
        .toList();
  }

  /** The consumer group that offsets are noted under. */
  static String group(JobPlan plan) {
    return "weir-" + plan.gateway();
  }

  /**
   * Our own checkpoints are cleared away once newer ones stand; what a user names is the user's. An
   * option, not a property of the graph: a cluster takes it from the options alone.
   */
  static Configuration restore(Resume resume) {
    Configuration options = new Configuration();
    if (resume instanceof Resume.From from) {
      RecoveryClaimMode mode = from.clears() ? RecoveryClaimMode.CLAIM : RecoveryClaimMode.NO_CLAIM;
      SavepointRestoreSettings.toConfiguration(
          SavepointRestoreSettings.forPath(from.path(), false, mode), options);
    }
    return options;
  }
}
