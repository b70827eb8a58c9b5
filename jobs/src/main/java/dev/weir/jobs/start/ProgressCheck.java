package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProgressLog;
import dev.weir.jobs.kafka.UnreadableTopicException;
import dev.weir.operators.progress.Accepted;
import dev.weir.operators.progress.Comparison;
import dev.weir.operators.progress.ProgressRecord;
import dev.weir.operators.progress.ProgressText;
import dev.weir.operators.progress.Released;
import dev.weir.operators.state.ProgressState;
import dev.weir.plan.EndingPlan;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The state that a job goes on from, held against what the progress topic says was released. What
 * is still open there may yet be committed; the job itself decides that when it begins.
 */
final class ProgressCheck {

  private static final String COHORTS = "cohorts";
  private static final String ASIDE = "of what has passed a quota, crowds or statistics: ";

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

  /** What the topic says of each ending; nothing, with a problem, if nobody can read it. */
  List<Released> released() {
    try {
      List<Released> released = read();
      running = LiveJob.seen(plan.gateway(), log, released.get(0));
      if (starts) {
        running.ifPresent(sign -> LiveJob.refuse(sign, released, findings));
      }
      return running.isPresent() ? released : read();
    } catch (UnreadableTopicException no) {
      unreadable(no);
    } catch (IOException foreign) {
      findings.addOfTopic(
          EnvironmentRule.OUTPUT_TOPIC_SETTINGS,
          log.topic(),
          String.valueOf(foreign.getMessage()),
          "Let nobody but Weir write there");
    }
    return Collections.nCopies(plan.endings().size(), Released.nothing());
  }

  private List<Released> read() throws IOException {
    List<Released> released = new ArrayList<>();
    for (EndingPlan ending : plan.endings()) {
      released.add(log.read(ending.writer()));
    }
    return released;
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
   * Refuses a state that would double or lose records, unless somebody accepts that. A savepoint of
   * a build, or a plan, that had one ending says nothing of the second, and nor does the topic.
   *
   * @param released of each ending
   * @return what was accepted, by who tells of the progress; nothing of who had to accept none
   */
  Map<String, Accepted> check(Resume resume, ResumeChoice choice, List<Released> released) {
    Map<String, Accepted> accepted = new TreeMap<>();
    try {
      for (int at = 0; at < released.size(); at++) {
        EndingPlan ending = plan.endings().get(at);
        judge(ending, saved(resume, ending), released.get(at), resume, choice)
            .ifPresent(all -> accepted.put(ending.writer(), all));
      }
    } catch (IOException unreadable) {
      ResumeChoice.refuse(findings, "the state's progress record cannot be read");
    }
    return accepted;
  }

  private static List<ProgressState> saved(Resume resume, EndingPlan ending) throws IOException {
    return resume instanceof Resume.From from
        ? SavedProgress.of(from.path(), ending.sink().progressUid())
        : List.of();
  }

  /** Who has not asked for a start without state has lost it, whatever it was made of. */
  private Predicate<String> reads(Resume resume) {
    boolean lost = resume instanceof Resume.FromTheStart start && !start.asked();
    return topic -> lost || gateway.reads(topic);
  }

  private Optional<Accepted> judge(
      EndingPlan ending,
      List<ProgressState> state,
      Released released,
      Resume resume,
      ResumeChoice choice) {
    Comparison compared = Comparison.of(state, released, reads(resume));
    String of = ending.aside() ? ASIDE : "";
    boolean refused = false;
    if (compared.wouldDouble()) {
      String what = ProgressText.older(state, released, compared);
      String mend = rates() ? anew() : ProgressText.mendOlder(log.topic());
      refused |=
          refused(EnvironmentRule.ALREADY_RELEASED, choice.acceptsDuplicates(), of + what, mend);
    }
    if (compared.wouldLose()) {
      String what = ProgressText.ahead(state, compared);
      String mend = rates() ? anew() : ProgressText.mendAhead(log.topic());
      refused |= refused(EnvironmentRule.NEVER_RELEASED, choice.acceptsGap(), of + what, mend);
    }
    boolean accepted = !refused && (compared.wouldDouble() || compared.wouldLose());
    return accepted
        ? Optional.of(Accepted.of(System.getProperty("user.name"), compared))
        : Optional.empty();
  }

  private boolean refused(EnvironmentRule rule, boolean accepted, String what, String mend) {
    if (accepted && !crowds() && !rates()) {
      return false;
    }
    String why = accepted ? "; it cannot be accepted, for " + reason() : "";
    findings.add(rule, Findings.path("checkpoints", "storage"), what + why, mend);
    return true;
  }

  private String reason() {
    return rates()
        ? "charges would be wrong for good"
        : "rows of crowds would leave in others, or apart";
  }

  /**
   * Whom others hid would leave without them, or in a second box. Statistics are safe: a window
   * that the ledger's topic knows is not drawn again, and one whose rows were lost stays charged.
   */
  private boolean crowds() {
    return plan.releases().stream().anyMatch(release -> release.kind().equals(COHORTS));
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
