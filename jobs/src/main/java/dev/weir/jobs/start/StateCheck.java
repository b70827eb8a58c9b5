package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.operators.progress.Accepted;
import dev.weir.operators.progress.Amount;
import dev.weir.operators.progress.Released;
import dev.weir.plan.JobPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state that a job goes on from: that it is of the topics which the gateway reads, and of what
 * was released before; and where nothing says what was released, that nothing was read.
 */
final class StateCheck {

  private static final String SUBJECT = "state";

  private final JobPlan plan;
  private final GatewaySettings gateway;
  private final ResumeChoice choice;
  private final Resume resume;
  private final Findings findings;
  private Map<String, Accepted> accepted = Map.of();
  private final List<Amount> duplicates = new ArrayList<>();
  private Set<String> goOn = Set.of();

  StateCheck(
      JobPlan plan,
      GatewaySettings gateway,
      ResumeChoice choice,
      Resume resume,
      Findings findings) {
    this.plan = plan;
    this.gateway = gateway;
    this.choice = choice;
    this.resume = resume;
    this.findings = findings;
  }

  /**
   * Checks.
   *
   * @param starts else the gateway may well run
   * @param group whether the broker tells of the gateway's consumer group; else that is a problem
   * @return duplicates or a gap that were asked for, by who tells of the progress
   */
  Map<String, Accepted> check(KafkaProbe probe, boolean starts, boolean group) {
    ProgressCheck progress = new ProgressCheck(plan, gateway, starts, findings);
    findings.judged(
        SUBJECT,
        () -> progress.running().orElse("the job " + resume.words()),
        () -> check(probe, progress, group));
    return accepted;
  }

  /** What was ever let be released again; known once it was checked. */
  List<Amount> duplicates() {
    return duplicates;
  }

  /** Products whose source the state knows; known once it was checked. */
  Set<String> goOn() {
    return goOn;
  }

  private void check(KafkaProbe probe, ProgressCheck progress, boolean mayAsk) {
    List<Released> released = progress.released();
    released.forEach(ending -> duplicates.addAll(ending.duplicates()));
    String group = GatewayStart.group(plan);
    boolean first = resume instanceof Resume.FromTheStart start && !start.asked();
    if (released.get(0).newest().isEmpty() && first && mayAsk && probe.hasCommitted(group)) {
      ResumeChoice.refuseSecondFirst(gateway, group, findings);
    } else if (findings.any()) {
      findings.unknown(SUBJECT, "not held against what was released: mend what is bad first", "");
    } else if (progress.running().isEmpty()) {
      goOn = new SourceStateCheck(gateway, findings).check(plan, resume);
      accepted = progress.check(resume, choice, released);
      accepted.values().forEach(now -> duplicates.add(now.duplicates()));
    }
  }
}
