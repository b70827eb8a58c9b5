package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProgressLog;
import dev.weir.jobs.kafka.UnreadableTopicException;
import dev.weir.operators.progress.Accepted;
import dev.weir.operators.progress.Comparison;
import dev.weir.operators.progress.ProgressRecord;
import dev.weir.operators.progress.ProgressText;
import dev.weir.operators.progress.Released;
import dev.weir.operators.state.ProgressState;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The state that a job goes on from, held against what the progress topic says was released. What
 * is still open there may yet be committed; the job itself decides that when it begins.
 */
final class ProgressCheck {

  private static final String RECORDS = "records";

  private final JobPlan plan;
  private final GatewaySettings gateway;
  private final KafkaProgressLog log;
  private final KafkaTools tools;
  private final boolean starts;
  private final Findings findings;
  private Optional<ProgressRecord> running = Optional.empty();

  /**
   * @param starts else the gateway may well run
   */
  ProgressCheck(JobPlan plan, GatewaySettings gateway, boolean starts, Findings findings) {
    this.plan = plan;
    this.gateway = gateway;
    this.starts = starts;
    this.log = new KafkaProgressLog(gateway.kafka(), plan.sink().progressTopic());
    this.tools = new KafkaTools(gateway.kafka());
    this.findings = findings;
  }

  /** What the topic says; nothing, with a problem, if nobody can read it. */
  Released released() {
    try {
      Released released = log.read(plan.gateway());
      running = LiveJob.seen(plan.gateway(), log, released);
      if (starts) {
        running.ifPresent(sign -> LiveJob.refuse(sign, released, findings));
      }
      return running.isPresent() ? released : log.read(plan.gateway());
    } catch (UnreadableTopicException no) {
      unreadable(no);
    } catch (IOException foreign) {
      findings.addOfTopic(
          EnvironmentRule.OUTPUT_TOPIC_SETTINGS,
          log.topic(),
          String.valueOf(foreign.getMessage()),
          "Let nobody but Weir write there");
    }
    return Released.nothing();
  }

  private void unreadable(UnreadableTopicException no) {
    findings.addOfTopic(
        no.isOfRights() ? EnvironmentRule.TOPIC_ACCESS : EnvironmentRule.KAFKA_REFUSES,
        log.topic(),
        null,
        String.valueOf(no.getMessage()),
        no.isOfRights() ? "Allow Read on it" : "Check that its partitions have leaders",
        no.isOfRights() ? tools.allow("--topic " + log.topic(), List.of("READ")) : "");
  }

  /** A job of the gateway that was seen, in words: its newest state is older than its releases. */
  Optional<String> running() {
    return running.map(LiveJob::words);
  }

  /**
   * Refuses a state that would double or lose records, unless somebody accepts that.
   *
   * @return what was accepted; null: nothing had to be
   */
  @Nullable Accepted check(Resume resume, ResumeChoice choice, Released released) {
    try {
      List<ProgressState> state =
          resume instanceof Resume.From from
              ? SavedProgress.of(from.path(), plan.sink().progressUid())
              : List.of();
      return judge(Comparison.of(state, released, reads(resume)), state, released, choice);
    } catch (IOException unreadable) {
      ResumeChoice.refuse(findings, "the state's progress record cannot be read");
      return null;
    }
  }

  /** Who has not asked for a start without state has lost it, whatever it was made of. */
  private Predicate<String> reads(Resume resume) {
    boolean lost = resume instanceof Resume.FromTheStart start && !start.asked();
    return topic -> lost || gateway.reads(topic);
  }

  private @Nullable Accepted judge(
      Comparison compared, List<ProgressState> state, Released released, ResumeChoice choice) {
    boolean refused = false;
    if (compared.wouldDouble()) {
      String what = ProgressText.older(state, released, compared);
      String mend = rates() ? anew() : ProgressText.mendOlder(log.topic());
      refused |= refused(EnvironmentRule.ALREADY_RELEASED, choice.acceptsDuplicates(), what, mend);
    }
    if (compared.wouldLose()) {
      String what = ProgressText.ahead(state, compared);
      String mend = rates() ? anew() : ProgressText.mendAhead(log.topic());
      refused |= refused(EnvironmentRule.NEVER_RELEASED, choice.acceptsGap(), what, mend);
    }
    boolean accepted = !refused && (compared.wouldDouble() || compared.wouldLose());
    return accepted ? Accepted.of(System.getProperty("user.name"), compared) : null;
  }

  private boolean refused(EnvironmentRule rule, boolean accepted, String what, String mend) {
    boolean recordsAlone =
        plan.releases().stream().allMatch(release -> release.kind().equals(RECORDS));
    if (accepted && recordsAlone && !rates()) {
      return false;
    }
    String why = accepted ? "; it cannot be accepted, for " + reason() : "";
    findings.add(rule, Findings.path("checkpoints", "storage"), what + why, mend);
    return true;
  }

  private String reason() {
    return rates() ? "charges would be wrong for good" : "not all releases are of records";
  }

  /** Whether the job writes charges, and releases nothing. */
  private boolean rates() {
    return plan.releases().isEmpty();
  }

  private String anew() {
    return "Go on from the checkpoint that belongs to it: --from PATH names it; or, if there is none"
        + " left, delete the topics "
        + plan.sink().usageTopic()
        + " and "
        + log.topic()
        + ", and begin with --fresh --create-topics: all usage is rated again";
  }
}
