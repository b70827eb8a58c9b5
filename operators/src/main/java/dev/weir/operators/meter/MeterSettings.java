package dev.weir.operators.meter;

import dev.weir.metering.usage.UsageEvent;
import dev.weir.plan.JobPlan;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what is counted is told.
 *
 * @param source of the events: the gateway
 * @param run in the events' ids: no other submission of the gateway has it; empty: there is one
 * @param internalTopic of what the owner alone is told
 * @param minute ms since the epoch, in which everything is released; null: that of each record
 * @param again what is charged once though it leaves again
 */
public record MeterSettings(
    String source,
    String run,
    String internalTopic,
    @Nullable Long minute,
    List<ReleasedAgain> again)
    implements Serializable {

  public MeterSettings {
    again = List.copyOf(again);
  }

  /** Nothing leaves again. */
  public MeterSettings(String source, String run, String internalTopic, @Nullable Long minute) {
    this(source, run, internalTopic, minute, List.of());
  }

  static final long MINUTE = 60_000;
  private static final int RUN_LENGTH = 16;

  /**
   * Of a job on a cluster.
   *
   * @param run letters, digits and hyphens; as many as an id has room for are taken
   */
  public static MeterSettings ofJob(JobPlan plan, String run) {
    String short16 = run.replace("-", "");
    return new MeterSettings(
        UsageEvent.gateway(plan.gateway()),
        short16.substring(0, Math.min(RUN_LENGTH, short16.length())),
        plan.sink().usageTopic(),
        null);
  }

  /** Of a run over files, which releases everything in the minute of that instant. */
  public static MeterSettings ofFiles(JobPlan plan, Instant asOf) {
    return new MeterSettings(
        UsageEvent.gateway(plan.gateway()),
        "",
        plan.sink().usageTopic(),
        Math.floorDiv(asOf.toEpochMilli(), MINUTE) * MINUTE);
  }

  /** The same, where something leaves again. */
  public MeterSettings again(List<ReleasedAgain> spans) {
    return new MeterSettings(source, run, internalTopic, minute, spans);
  }

  /** What of a topic leaves again. */
  List<ReleasedAgain> againOf(String topic) {
    return again.stream().filter(span -> span.topic().equals(topic)).toList();
  }

  /** Whether events are whole JSON objects, as in files; else records with headers. */
  boolean structured() {
    return run.isEmpty();
  }

  /** The minute in which something is released by that clock. */
  long minuteOf(long now) {
    return minute == null ? Math.floorDiv(now, MINUTE) * MINUTE : minute;
  }

  /**
   * Which part of a window is told: no two tellings of a stage have the same.
   *
   * @param stage a letter, where several tell of a release; else nothing
   * @param checkpoint {@link CountingFunction#END} where the input ends
   */
  public String part(String stage, int subtask, long checkpoint) {
    String place = stage + subtask;
    if (run.isEmpty()) {
      return place;
    }
    return run + "-" + place + "-" + (checkpoint == CountingFunction.END ? "end" : checkpoint);
  }
}
