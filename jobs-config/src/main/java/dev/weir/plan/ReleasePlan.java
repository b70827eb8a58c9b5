package dev.weir.plan;

import dev.weir.config.FieldPath;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one release lets out.
 *
 * @param agreement id of the agreement
 * @param status {@code active}, or nothing is released
 * @param from first instant at which anything is released, RFC 3339; {@code to} is the first at
 *     which no longer; both judge the event's time and the clock
 * @param jurisdictions where the subject must be; null: not asked
 * @param retention ISO 8601 period or duration from the time of release; null: not said
 * @param keyField the source field whose token is the Kafka key; null: no key
 * @param stages that the graph needs for it, in order
 * @param cohort what a crowd must be; null: it is no release of cohorts
 * @param statistics what is counted; null: it is no release of statistics
 * @param output what leaves
 * @param keys every key that the output needs, each once
 * @param keepJoinable until when the release goes on with the keys that it has used although others
 *     were made active, RFC 3339; null: not at all
 * @param digest SHA-256 of all the above, hex, the first 16 bytes: header {@code weir-plan}
 */
public record ReleasePlan(
    String agreement,
    String agreementVersion,
    String partner,
    String release,
    String kind,
    String topic,
    String status,
    String from,
    String to,
    @Nullable List<String> jurisdictions,
    @Nullable String retention,
    @Nullable FieldPath keyField,
    List<String> stages,
    @Nullable CohortPlan cohort,
    @Nullable StatisticsPlan statistics,
    Output.Fields output,
    List<Step.KeyRef> keys,
    @Nullable String keepJoinable,
    String digest)
    implements Serializable {

  /** The stage that draws and remembers random tokens. */
  static final String REMEMBER = "remember";

  /** The stage that gives events the keys of their subjects. */
  static final String SUBJECT_KEY = "subject-key";

  /** The stage that forms crowds. */
  static final String COHORT = "cohort";

  /** The stage that holds an agreement to its quota. */
  static final String QUOTA = "quota";

  /** The stage that holds people to what one may add. */
  static final String BOUND = "bound";

  /** The stage that charges windows, and draws their noise. */
  static final String STATISTICS = "statistics";

  /** Of records, or of cohorts. */
  public ReleasePlan(
      String agreement,
      String agreementVersion,
      String partner,
      String release,
      String kind,
      String topic,
      String status,
      String from,
      String to,
      @Nullable List<String> jurisdictions,
      @Nullable String retention,
      @Nullable FieldPath keyField,
      List<String> stages,
      @Nullable CohortPlan cohort,
      Output.Fields output,
      List<Step.KeyRef> keys,
      @Nullable String keepJoinable,
      String digest) {
    this(
        agreement,
        agreementVersion,
        partner,
        release,
        kind,
        topic,
        status,
        from,
        to,
        jurisdictions,
        retention,
        keyField,
        stages,
        cohort,
        null,
        output,
        keys,
        keepJoinable,
        digest);
  }

  /** Whether it has erasable tokens. */
  public boolean erases() {
    return stages.contains(SUBJECT_KEY);
  }

  /** Whether a quota of its agreement may keep what it lets out from leaving. */
  public boolean restrained() {
    return stages.contains(QUOTA);
  }

  /**
   * Whether what it lets out has been with the subtask that a key names: for a quota, for crowds or
   * for statistics. What has not can go on in the thread that has read it.
   */
  public boolean leavesAside() {
    return restrained() || cohort != null || statistics != null;
  }

  /** Whether records of people may have to wait for a quota: statistics are no person's. */
  public boolean waits() {
    return restrained() && statistics == null;
  }

  /** The topic that tells the partner what was counted of all that it gets. */
  public String usageTopic() {
    return partner + ".usage";
  }

  /** As the header {@code weir-agreement} and summaries write it: {@code id@version}. */
  public String agreementInVersion() {
    return agreement + "@" + agreementVersion;
  }

  /** Whether it moves times by a number of days of their subject's own. */
  public boolean shifts() {
    return output.leaves().anyMatch(leaf -> leaf.step() instanceof Step.Shift);
  }

  public ReleasePlan {
    jurisdictions = jurisdictions == null ? null : List.copyOf(jurisdictions);
    stages = List.copyOf(stages);
    keys = List.copyOf(keys);
  }

  /** Whether its rows say which of them are of one person, whom else a crowd would hide. */
  public boolean linksCrowdRows() {
    return cohort != null && keyField != null;
  }
}
