package dev.weir.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A sink, and the two stages before it. A plan prints the one that every job has; the names of the
 * second come from it.
 *
 * @param uid of the operator's state, for ever
 * @param transactionalIdPrefix ends in a slash, which no name may hold, so that no gateway's prefix
 *     is the beginning of another's
 * @param topics of releases and dead letters, sorted
 * @param progressUid of the state of the stage before it, for ever
 * @param progressTopic where a job on a cluster tells what it has let out
 * @param meterUid of the stage that counts what leaves, or rates what was counted, for ever
 * @param usageTopic of what the owner alone is told of usage, or of what it costs
 */
public record SinkPlan(
    String uid,
    String transactionalIdPrefix,
    List<String> topics,
    String progressUid,
    String progressTopic,
    String meterUid,
    String usageTopic)
    implements Serializable {

  private static final String FAMILY = "weir";

  public SinkPlan {
    topics = List.copyOf(topics);
  }

  /** Uid of the state of the stage that holds agreements to their quotas, for ever. */
  public String quotaUid() {
    return beside(ReleasePlan.QUOTA);
  }

  private String beside(String stage) {
    return uid.substring(0, uid.lastIndexOf('/') + 1) + stage;
  }

  /**
   * The second sink of the same job: the same topics, and no name of a state or a transaction that
   * is the first's, or that begins as the first's transactions do. A sink takes back what is open
   * under any id that begins with its prefix.
   */
  SinkPlan aside() {
    return new SinkPlan(
        beside("aside-sink"),
        FAMILY + "-aside" + transactionalIdPrefix.substring(FAMILY.length()),
        topics,
        beside("aside-progress"),
        progressTopic,
        beside("aside-meter"),
        usageTopic);
  }

  /** Where is told what statistics have spent, if there are any. */
  public String ledgerTopic() {
    return progressTopic.substring(0, progressTopic.lastIndexOf('.') + 1) + "ledger";
  }

  /**
   * The sink of a gateway.
   *
   * @param topicPrefix of Weir's own topics
   */
  public static SinkPlan of(String gateway, String topicPrefix, List<String> topics) {
    String name = FAMILY + "/" + gateway;
    return new SinkPlan(
        name + "/sink",
        name + "/",
        topics,
        name + "/progress",
        topicPrefix + ".progress",
        name + "/meter",
        topicPrefix + ".usage.internal");
  }
}
