package dev.weir.jobs.start;

import dev.weir.config.problem.Problems;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaLedger;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.operators.progress.Accepted;
import dev.weir.operators.progress.Amount;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.plan.JobPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a gateway, asked in one go: what is wrong or unknown is noted, and all goes on.
 */
final class Surroundings {

  private final JobPlan plan;
  private final GatewaySettings gateway;
  private final ResumeChoice choice;
  private final Resume resume;
  private final Findings findings;
  private final Intent intent;
  private final Map<String, StartFrom> startFrom = new HashMap<>();
  private int maxRecordBytes = TreatSettings.DEFAULT_MAX_RECORD_BYTES;
  private boolean usable = true;
  private Map<String, Accepted> accepted = Map.of();
  private List<Amount> duplicates = List.of();
  private List<LedgerRow> ledger = List.of();
  private Set<String> goOn = Set.of();
  private StartFacts.@Nullable ControlEnd control;

  /**
   * What it is asked for.
   *
   * @param starts else the gateway may well run
   * @param createTopics make the topics that are written and missing, once all else is well
   * @param lastly done once all else is well, and before topics are made; it may still refuse
   * @param besides asked of the broker after all else
   */
  record Intent(
      boolean starts,
      boolean createTopics,
      Consumer<Problems> lastly,
      Consumer<KafkaProbe> besides) {}

  Surroundings(
      JobPlan plan,
      GatewaySettings gateway,
      ResumeChoice choice,
      Resume resume,
      Findings findings,
      Intent intent) {
    this.plan = plan;
    this.gateway = gateway;
    this.choice = choice;
    this.resume = resume;
    this.findings = findings;
    this.intent = intent;
  }

  /** What a job starts with; it may start if nothing bad was found. */
  StartFacts ask() {
    all();
    return new StartFacts(
        maxRecordBytes, startFrom, resume, accepted, duplicates, ledger, goOn, control);
  }

  private void all() {
    findings.judged(
        "kafka-clients", AppInfoParser.getVersion(), () -> BrokerCheck.checkClient(findings));
    findings.judged(
        "keys",
        "every key that the plan needs opens",
        () -> KeyOpening.check(plan, gateway, findings));
    CheckpointSettings checkpoints = gateway.checkpoints();
    findings.judged(
        "checkpoint storage",
        checkpoints.directory() + " can be written",
        () -> StorageCheck.check(checkpoints, findings));
    findings.judged("kafka properties", "none is unknown or Weir's to set", this::properties);
    if (!usable || Unreachable.unless(gateway.kafka(), findings, this::kafka).isEmpty()) {
      notAsked();
    }
  }

  private void properties() {
    usable = PropertyCheck.check(gateway.kafka(), findings);
  }

  /** Whom it has asked. */
  private String kafka(KafkaProbe probe) {
    String broker = probe.broker();
    findings.good("broker", "answers at " + gateway.kafka().bootstrapServers());
    findings.judged(
        "transactions",
        "live " + gateway.kafka().transactionTimeout() + ", which both sides allow",
        () -> BrokerCheck.checkTimeout(probe, broker, gateway, findings));
    OtherRights rights = new OtherRights(plan, gateway, probe, findings);
    rights.transactions();
    boolean group = rights.group();
    StateCheck state = new StateCheck(plan, gateway, choice, resume, findings);
    accepted = state.check(probe, intent.starts(), group);
    duplicates = state.duplicates();
    goOn = state.goOn();
    if (plan.counts()) {
      ledger(probe);
    }
    topics(probe);
    intent.besides().accept(probe);
    return broker;
  }

  /** One that is not there yet has no rows. */
  private void ledger(KafkaProbe probe) {
    String topic = plan.sink().ledgerTopic();
    if (probe.topicFacts(topic).isPresent()) {
      ledger = new LedgerCheck(new KafkaLedger(gateway.kafka(), topic), findings).rows();
    }
    findings.judged(
        "statistics", "their noise is drawn by OpenDP", () -> LibraryCheck.check(findings));
  }

  private void topics(KafkaProbe probe) {
    KafkaTools tools = new KafkaTools(gateway.kafka());
    KeptTopics kept = KeptTopics.of(plan);
    Writing writing = Writing.of(plan);
    TopicCheck check = new TopicCheck(probe, writing, kept, tools, findings);
    plan.products().stream()
        .map(product -> product.product())
        .distinct()
        .filter(product -> source(product, check, probe))
        .filter(this::hasStatistics)
        .forEach(
            product ->
                new AppendTimeCheck(probe, tools, findings)
                    .check(product, gateway.source(product)));
    TopicMaker maker =
        new TopicMaker(
            probe, writing, NewTopics.of(plan, kept, gateway), tools, intent.createTopics());
    check.checkOutputs(writing.names(), maker);
    new TopicRights(plan, gateway, probe, findings).check();
    maker.refuseUnlessAsked(findings);
    Optional<ControlTopicCheck> channel =
        Optional.ofNullable(gateway.control())
            .map(named -> new ControlTopicCheck(probe, named.topic(), tools, findings));
    channel.ifPresent(found -> found.check(intent.createTopics()));
    findings.lastly(intent.lastly());
    if (!findings.any()) {
      check.checkMade(maker.make(findings));
      channel.ifPresent(this::askEnd);
    }
    maxRecordBytes = check.maxRecordBytes();
  }

  /**
   * The end first, the time then: a command that came in between is obeyed as a running job does.
   */
  private void askEnd(ControlTopicCheck channel) {
    long end = channel.end();
    control = new StartFacts.ControlEnd(end, System.currentTimeMillis());
  }

  private boolean hasStatistics(String product) {
    return plan.products().stream()
        .anyMatch(object -> object.product().equals(product) && object.counts());
  }

  /** Whether its topic is there. */
  private boolean source(String product, TopicCheck check, KafkaProbe probe) {
    SourceSettings source = gateway.source(product);
    boolean there = check.checkSource(product, source.topic());
    if (there) {
      startFrom.put(
          product,
          source.startFrom() instanceof StartFrom.Latest
              ? probe.ends(source.topic())
              : source.startFrom());
    }
    return there;
  }

  private void notAsked() {
    Stream<String> topics =
        Stream.concat(
            gateway.sources().values().stream().map(SourceSettings::topic),
            Writing.of(plan).names().stream());
    Stream.concat(Stream.of("transactions", "state"), topics.map(Findings::topic))
        .filter(findings::lacks)
        .distinct()
        .forEach(subject -> findings.unknown(subject, "no broker could be asked", ""));
  }
}
