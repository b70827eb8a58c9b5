package dev.weir.jobs.start;

import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.plan.JobPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;

/** What is asked before dead letters are replayed. */
public final class ReplayCheck {

  private static final DocumentPath PREFIX = Findings.path("topicPrefix");
  private static final String POLICY = "cleanup.policy";
  private static final String COMPACT = "compact";

  private final JobPlan plan;
  private final GatewaySettings gateway;
  private final Findings findings;

  private ReplayCheck(JobPlan plan, GatewaySettings gateway, Findings findings) {
    this.plan = plan;
    this.gateway = gateway;
    this.findings = findings;
  }

  /**
   * Asks.
   *
   * @param notes topic of what was replayed
   * @param create whether to make it, once all else is well
   * @param found what is known to be wrong before
   * @param lastly done once all else is well; it may still refuse
   * @return what every topic that is written takes, in bytes
   * @throws StartRefusedException with all that is wrong
   */
  public static int check(
      JobPlan plan,
      GatewaySettings gateway,
      String notes,
      boolean create,
      Places places,
      Problems found,
      Consumer<Problems> lastly) {
    Findings findings = new Findings(places);
    findings.addAll(found);
    int bytes = new ReplayCheck(plan, gateway, findings).all(notes, create, lastly);
    findings.refuse();
    return bytes;
  }

  private int all(String notes, boolean create, Consumer<Problems> lastly) {
    stages(plan, findings);
    commands();
    KeyOpening.check(plan, gateway, findings);
    int bytes = 0;
    if (PropertyCheck.check(gateway.kafka(), findings)) {
      bytes = kafka(notes, create, lastly);
    }
    return bytes;
  }

  /** A stage that a job has and a replay has not would be passed by. */
  static void stages(JobPlan plan, Findings findings) {
    plan.releases().stream()
        .filter(release -> !List.of("decode", "treat").containsAll(release.stages()))
        .forEach(
            release ->
                findings.addOfTopic(
                    EnvironmentRule.REPLAY,
                    release.topic(),
                    "records pass " + String.join(", ", release.stages()) + " in the job",
                    "Dead letters of such a release cannot be replayed"));
    long products = plan.products().stream().map(product -> product.product()).distinct().count();
    if (products < plan.products().size()) {
      findings.add(
          EnvironmentRule.REPLAY,
          Findings.path("products"),
          "a product has several objects, and a dead letter of decode does not say of which it is",
          "Dead letters of such a gateway cannot be replayed");
    }
  }

  /** It could release under a key that a command has forbidden. */
  private void commands() {
    if (gateway.control() != null) {
      findings.add(
          EnvironmentRule.REPLAY,
          Findings.path("control"),
          "commands choose the keys of this gateway, and a replay does not obey them",
          "Dead letters of such a gateway cannot be replayed");
    }
  }

  private int kafka(String notes, boolean create, Consumer<Problems> lastly) {
    try (KafkaProbe probe = KafkaProbe.of(gateway.kafka())) {
      var unused = probe.broker();
      KafkaTools tools = new KafkaTools(gateway.kafka());
      TopicCheck check = new TopicCheck(probe, plan, tools, findings);
      AgreedRetention retention = new AgreedRetention(plan, gateway.deadLetterRetention());
      TopicMaker none = new TopicMaker(probe, retention, tools, false);
      check.checkOutputs(plan.sink().topics(), none);
      none.refuseUnlessAsked(findings);
      boolean missing = missing(probe, notes, create);
      findings.lastly(lastly);
      if (missing && !findings.any()) {
        make(probe, notes);
      }
      return check.maxRecordBytes();
    } catch (KafkaRefusal refusal) {
      Unreachable.note(gateway.kafka(), refusal, findings);
    } catch (KafkaException notRight) {
      Unreachable.note(notRight, findings);
    }
    return 0;
  }

  /**
   * Whether there are no notes yet. They must last: without its note a letter is released again.
   */
  private boolean missing(KafkaProbe probe, String topic, boolean create) {
    Optional<Map<String, String>> settings = probe.topicSettings(topic);
    String policy = settings.map(all -> all.getOrDefault(POLICY, "delete")).orElse(COMPACT);
    if (!policy.equals(COMPACT)) {
      findings.add(
          EnvironmentRule.OUTPUT_TOPIC_SETTINGS,
          PREFIX,
          "the topic " + topic + " forgets what was replayed: its " + POLICY + " is " + policy,
          "Set " + POLICY + "=" + COMPACT);
    } else if (settings.isEmpty() && !create) {
      findings.add(
          EnvironmentRule.OUTPUT_TOPIC,
          PREFIX,
          "the topic " + topic + ", which remembers what was replayed, does not exist",
          "If nothing was ever replayed, make it with --create-topics (" + POLICY + "=compact)");
    }
    return settings.isEmpty();
  }

  private void make(KafkaProbe probe, String topic) {
    try {
      probe.create(
          List.of(
              new NewTopic(topic, Optional.of(1), Optional.empty())
                  .configs(Map.of(POLICY, COMPACT))));
    } catch (KafkaRefusal refusal) {
      findings.add(
          EnvironmentRule.OUTPUT_TOPIC,
          PREFIX,
          "the topic " + topic + " could not be created: " + refusal.kind(),
          "Allow Create, or create it with " + POLICY + "=" + COMPACT);
    }
  }
}
