package dev.weir.jobs.start;

import dev.weir.config.problem.Rule;
import dev.weir.config.problem.Severity;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the world around a gateway must be like. A breach is never the fault of an agreement. */
public enum EnvironmentRule implements Rule {
  KAFKA_CLIENTS_VERSION("Only kafka-clients 4.2 writes exactly once with this connector"),
  KAFKA_PROPERTY("Properties that a promise rests on are Weir's to set; unknown ones do nothing"),
  KAFKA_UNREACHABLE("A broker must answer"),
  KAFKA_REFUSES("Weir must be allowed to look at the broker and the topics that it uses"),
  TRANSACTION_TIMEOUT(
      "A transaction must outlive the longest checkpoint and restart, and the broker must allow it"),
  SOURCE_TOPIC("The topic that a product is read from must be there"),
  SOURCE_TOPIC_SETTINGS("Topics that statistics are made of must have the broker's timestamps"),
  OUTPUT_TOPIC("The topics that are written must be there, or be made with --create-topics"),
  OUTPUT_TOPIC_SETTINGS(
      "Topics that are written must keep the timestamp and every record that they are given"),
  TOPIC_RETENTION("A topic must not keep records longer than was agreed"),
  TOPIC_ACCESS("The gateway must be allowed to read its sources and to write its outputs"),
  OPENDP("The noise of statistics must be drawn by OpenDP, whose library Weir is built with"),
  KEY("Every key that the plan needs must open"),
  SCHEMA_REGISTRY("The schema registry must answer, and take the schemas of the releases"),
  CHECKPOINT_STORAGE("Checkpoints must be written and found again"),
  REPLAY("A replay must be able to do all that the job does with a record"),
  RESUME("A start that cannot go on where the last one stopped must be asked for"),
  ALREADY_RELEASED("A state must not be older than what was released, or it is released again"),
  NEVER_RELEASED("What a state counts on must have been released, or it never is"),
  SECOND_JOB("A gateway has one job");

  private static final Set<EnvironmentRule> BY_PROGRESS =
      EnumSet.of(ALREADY_RELEASED, NEVER_RELEASED, SECOND_JOB);

  private final String summary;

  EnvironmentRule(String summary) {
    this.summary = summary;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is the progress record that refuses, and not the world that lacks something. */
  public static boolean isOfProgress(Rule rule) {
    return rule instanceof EnvironmentRule ours && BY_PROGRESS.contains(ours);
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return summary;
  }
}
