package dev.weir.jobs.start;

import dev.weir.config.problem.Problems;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.operators.progress.Accepted;
import dev.weir.operators.progress.Released;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.plan.JobPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/** Everything that is asked before a start, in one go. */
public final class StartCheck {

  private final JobPlan plan;
  private final GatewaySettings gateway;
  private final boolean createTopics;
  private final ResumeChoice choice;
  private final Resume resume;
  private final Findings findings;
  private final Consumer<Problems> lastly;
  private final Map<String, StartFrom> startFrom = new HashMap<>();
  private int maxRecordBytes = TreatSettings.DEFAULT_MAX_RECORD_BYTES;
  private boolean starts = true;
  private boolean usable = true;
  private Consumer<KafkaProbe> besides = none -> {};
  private @Nullable Accepted accepted;
  private StartFacts.@Nullable ControlEnd control;

  private StartCheck(
      JobPlan plan,
      GatewaySettings gateway,
      boolean createTopics,
      ResumeChoice choice,
      Resume resume,
      Findings findings,
      Consumer<Problems> lastly) {
    this.plan = plan;
    this.gateway = gateway;
    this.createTopics = createTopics;
    this.choice = choice;
    this.resume = resume;
    this.findings = findings;
    this.lastly = lastly;
  }

  /**
   * Asks.
   *
   * @param flink the options that the job is submitted with
   * @param createTopics make the topics that are written and missing, once all else is well
   * @throws StartRefusedException with all that is wrong
   */
  public static StartFacts check(
      JobPlan plan,
      GatewaySettings gateway,
      ResumeChoice choice,
      ReadableConfig flink,
      boolean createTopics) {
    Places places = Places.whole(gateway.file());
    return check(plan, gateway, choice, flink, createTopics, places, new Problems(), none -> {});
  }

  /**
   * As above.
   *
   * @param places where the user's files say what is checked
   * @param found what is known to be wrong before, told with the rest
   * @param lastly done once all else is well, and before topics are made; it may still refuse
   */
  public static StartFacts check(
      JobPlan plan,
      GatewaySettings gateway,
      ResumeChoice choice,
      ReadableConfig flink,
      boolean createTopics,
      Places places,
      Problems found,
      Consumer<Problems> lastly) {
    Findings findings = new Findings(places);
    findings.addAll(found);
    Resume resume = choice.resolve(gateway, flink, findings);
    StartCheck check =
        new StartCheck(plan, gateway, createTopics, choice, resume, findings, lastly);
    check.all();
    findings.refuse();
    return new StartFacts(
        check.maxRecordBytes, check.startFrom, resume, check.accepted, check.control);
  }

  /**
   * Asks the same without being about to start, and more: what may be done with the topics, and how
   * long they keep records. Nothing is made or registered.
   *
   * @return all that was looked at, good, bad or unknown
   */
  public static List<Finding> look(
      JobPlan plan, GatewaySettings gateway, ReadableConfig flink, Places places, Problems found) {
    Findings findings = new Findings(places);
    findings.addAll(found);
    ResumeChoice choice = ResumeChoice.automatic();
    Resume resume = choice.resolve(gateway, flink, findings);
    StartCheck check = new StartCheck(plan, gateway, false, choice, resume, findings, none -> {});
    check.starts = false;
    check.besides = probe -> new TopicLook(plan, gateway, probe, findings).all();
    check.all();
    return findings.noted();
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
    if (usable) {
      kafka();
    }
  }

  private void properties() {
    usable = PropertyCheck.check(gateway.kafka(), findings);
  }

  private void kafka() {
    try (KafkaProbe probe = KafkaProbe.of(gateway.kafka())) {
      String broker = probe.broker();
      findings.good("broker", "answers at " + gateway.kafka().bootstrapServers());
      findings.judged(
          "transactions",
          "live " + gateway.kafka().transactionTimeout() + ", which both sides allow",
          () -> BrokerCheck.checkTimeout(probe, broker, gateway, findings));
      findings.judged("state", "the job " + resume.words(), () -> history(probe));
      topics(probe);
      besides.accept(probe);
    } catch (KafkaRefusal refusal) {
      Unreachable.note(gateway.kafka(), refusal, findings);
    } catch (KafkaException notRight) {
      Unreachable.note(notRight, findings);
    }
  }

  /** What was released before; what was read before, where nothing says what was released. */
  private void history(KafkaProbe probe) {
    ProgressCheck check = new ProgressCheck(plan, gateway, starts, findings);
    Released released = check.released();
    String group = GatewayStart.group(plan);
    boolean first = resume instanceof Resume.FromTheStart start && !start.asked();
    if (released.newest().isEmpty() && first && probe.hasCommitted(group)) {
      ResumeChoice.refuseSecondFirst(gateway, group, findings);
    } else if (!findings.any() && !check.runs()) {
      accepted = check.check(resume, choice, released);
    }
  }

  private void topics(KafkaProbe probe) {
    TopicCheck check = new TopicCheck(probe, plan, new KafkaTools(gateway.kafka()), findings);
    plan.products().stream()
        .map(product -> product.product())
        .distinct()
        .forEach(product -> source(product, check, probe));
    TopicMaker maker =
        new TopicMaker(
            probe,
            new AgreedRetention(plan, gateway.deadLetterRetention()),
            new KafkaTools(gateway.kafka()),
            createTopics);
    check.checkOutputs(plan.sink().written(), maker);
    if (starts) {
      check.checkRights();
    }
    maker.refuseUnlessAsked(findings);
    Optional<ControlTopicCheck> channel =
        Optional.ofNullable(gateway.control())
            .map(named -> new ControlTopicCheck(probe, named.topic(), findings));
    channel.ifPresent(found -> found.check(createTopics));
    findings.lastly(lastly);
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

  private void source(String product, TopicCheck check, KafkaProbe probe) {
    SourceSettings source = gateway.source(product);
    if (check.checkSource(product, source.topic())) {
      startFrom.put(
          product,
          source.startFrom() instanceof StartFrom.Latest
              ? probe.ends(source.topic())
              : source.startFrom());
    }
  }
}
