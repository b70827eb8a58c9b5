package dev.weir.jobs.start;

import dev.weir.config.problem.Problems;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.plan.JobPlan;
import java.util.List;
import java.util.function.Consumer;

/** What is asked before dead letters are replayed. */
public final class ReplayCheck {

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
      bytes =
          Unreachable.unless(
                  gateway.kafka(), findings, probe -> kafka(probe, notes, create, lastly))
              .orElse(bytes);
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

  /** A replay makes no progress. */
  private List<String> released(Writing writing) {
    return writing.names().stream()
        .filter(topic -> !topic.equals(plan.sink().progressTopic()))
        .toList();
  }

  private int kafka(KafkaProbe probe, String notes, boolean create, Consumer<Problems> lastly) {
    var unused = probe.broker();
    KafkaTools tools = new KafkaTools(gateway.kafka());
    Writing writing = Writing.of(plan);
    KeptTopics kept = KeptTopics.of(plan).withNotes(notes);
    NewTopics topics = NewTopics.of(plan, kept, gateway);
    TopicCheck check = new TopicCheck(probe, writing, kept, tools, findings);
    TopicMaker none = new TopicMaker(probe, writing, topics, tools, false);
    check.checkOutputs(released(writing), none);
    none.refuseUnlessAsked(findings);
    TopicMaker ofNotes = new TopicMaker(probe, writing, topics, tools, create);
    check.checkOutputs(List.of(notes), ofNotes);
    ofNotes.refuseUnlessAsked(findings);
    new TopicRights(plan, gateway, probe, findings).checkReplay(notes);
    findings.lastly(lastly);
    if (!findings.any()) {
      check.checkMade(ofNotes.make(findings));
    }
    return check.maxRecordBytes();
  }
}
