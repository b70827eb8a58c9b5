package dev.weir.operators.stage;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a released value: topic, key, the minute of release and the headers. Nothing finer
 * than the minute leaves, and nothing of the source; its place there is for the progress record.
 */
public final class Departure {

  static final String AGREEMENT = "weir-agreement";
  static final String KEY_VERSION = "weir-key-version";

  private static final long MINUTE = 60_000;

  private final String topic;
  private final String agreement;
  private final String plan;
  private final @Nullable String retention;
  private final @Nullable String keyVersion;
  private final List<OutputHeader> required;
  private final List<OutputHeader> waiting;
  private long minute = Long.MIN_VALUE;
  private List<OutputHeader> headers = List.of();

  /**
   * @param keyVersion what tokens that do not name their key were made with; null: there are none
   */
  public Departure(ReleasePlan release, @Nullable String keyVersion) {
    this.keyVersion = keyVersion;
    topic = release.topic();
    agreement = release.agreementInVersion();
    plan = release.digest();
    retention = release.retention();
    required = release.cohort() == null ? List.of() : required(release.cohort());
    waiting = waiting();
  }

  /** What is known of a record while it waits: the others are made when it leaves. */
  private List<OutputHeader> waiting() {
    OutputHeader by = new OutputHeader(AGREEMENT, agreement);
    return keyVersion == null
        ? List.of(by)
        : List.of(by, new OutputHeader(KEY_VERSION, keyVersion));
  }

  /** What was asked for: what a crowd has reached would tell of it. */
  private static List<OutputHeader> required(CohortPlan crowd) {
    List<OutputHeader> required = new ArrayList<>();
    required.add(new OutputHeader("weir-k", Integer.toString(crowd.k())));
    rules("weir-l", crowd.diversity(), CohortPlan.Diverse::field, CohortPlan.Diverse::l)
        .ifPresent(required::add);
    rules("weir-t", crowd.closeness(), CohortPlan.Close::field, CohortPlan.Close::t)
        .ifPresent(required::add);
    return required;
  }

  private static <T> Optional<OutputHeader> rules(
      String name, List<T> rules, Function<T, FieldPath> field, Function<T, BigDecimal> least) {
    return rules.stream()
        .map(rule -> field.apply(rule) + "=" + least.apply(rule).toPlainString())
        .reduce((one, other) -> one + "," + other)
        .map(all -> new OutputHeader(name, all));
  }

  /**
   * @param key empty: the record has none
   * @param cells of the value
   */
  OutputRecord record(ByteOutput key, ByteOutput value, SourceRecord source, int cells, long now) {
    return record(
        key.toByteArray(), value.toByteArray(), source.partition(), source.offset(), cells, now);
  }

  /**
   * @param key empty: the record has none
   */
  public OutputRecord record(byte[] key, byte[] value, int partition, long offset, long now) {
    return record(key, value, partition, offset, OutputRecord.UNCOUNTED, now);
  }

  private OutputRecord record(
      byte[] key, byte[] value, int partition, long offset, int cells, long now) {
    if (minute != minute(now)) {
      minute = minute(now);
      headers = headers();
    }
    byte[] token = key.length == 0 ? null : key;
    return new OutputRecord(topic, token, value, minute, headers, partition, offset, null, cells);
  }

  /**
   * The same for a quota to be asked about, without the headers that it will be given when it
   * leaves: it goes to another task, and into a state.
   */
  OutputRecord waiting(OutputRecord record, Origin origin) {
    return new OutputRecord(
        topic,
        record.key(),
        record.value(),
        record.timestamp(),
        waiting,
        record.partition(),
        record.offset(),
        origin,
        OutputRecord.UNCOUNTED);
  }

  /** The beginning of the minute, in ms since the epoch. */
  public static long minute(long now) {
    return Math.floorDiv(now, MINUTE) * MINUTE;
  }

  private List<OutputHeader> headers() {
    List<OutputHeader> made = new ArrayList<>();
    made.add(new OutputHeader(AGREEMENT, agreement));
    made.add(new OutputHeader("weir-plan", plan));
    if (retention != null) {
      made.add(
          new OutputHeader(
              "weir-expires", Retention.end(retention, Instant.ofEpochMilli(minute)).toString()));
    }
    if (keyVersion != null) {
      made.add(new OutputHeader(KEY_VERSION, keyVersion));
    }
    made.addAll(required);
    return List.copyOf(made);
  }
}
