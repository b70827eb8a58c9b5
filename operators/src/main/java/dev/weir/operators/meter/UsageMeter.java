package dev.weir.operators.meter;

import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageHeaders;
import dev.weir.metering.usage.UsageJson;
import dev.weir.operators.meter.ReleaseUsage.Taken;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts what leaves, for those who get it. Counting takes no look-up in a map and makes no object.
 * Confined to one thread.
 */
public final class UsageMeter {

  private static final int NONE = -1;

  private final MeterSettings settings;
  private final String[] names;
  private final String[] topics;
  private final String[] usageTopics;
  private final ReleaseUsage[] releases;

  /** All releases of a job. */
  public UsageMeter(MeterSettings settings, List<MeteredRelease> metered) {
    this.settings = settings;
    List<ReleasePlan> plans = metered.stream().map(MeteredRelease::plan).toList();
    names = plans.stream().map(ReleasePlan::topic).toArray(String[]::new);
    topics = names.clone();
    usageTopics = plans.stream().map(ReleasePlan::usageTopic).toArray(String[]::new);
    releases =
        metered.stream()
            .map(one -> new ReleaseUsage(one.plan(), one.cells().open(), settings))
            .toArray(ReleaseUsage[]::new);
  }

  /** Counts a record if it is one of a release. */
  public void add(OutputRecord record) {
    int at = indexOf(record.topic());
    if (at != NONE) {
      releases[at].add(record);
    }
  }

  /** A topic's name is nearly always the object that it was the last time. */
  @SuppressWarnings("ReferenceEquality")
  private int indexOf(String topic) {
    for (int at = 0; at < topics.length; at++) {
      if (topics[at] == topic) {
        return at;
      }
    }
    for (int at = 0; at < names.length; at++) {
      if (names[at].equals(topic)) {
        topics[at] = topic;
        return at;
      }
    }
    return NONE;
  }

  /**
   * Tells all since it was last asked: an event for each release, agreement and minute; and where
   * something left again, one that takes that back.
   *
   * @param part of the windows: another each time
   */
  public void tell(String part, Consumer<OutputRecord> out) {
    for (int at = 0; at < releases.length; at++) {
      for (Taken taken : releases[at].taken()) {
        UsageEvent event = UsageEvent.of(settings.source(), taken.metered(), part);
        out.accept(record(usageTopics[at], event));
        if (taken.again().records() > 0) {
          out.accept(record(usageTopics[at], event.withoutReleasedAgain(taken.again())));
        }
      }
    }
  }

  private OutputRecord record(String topic, UsageEvent event) {
    long minute = event.data().window().from().toEpochMilli();
    return settings.structured()
        ? new OutputRecord(topic, null, UsageJson.write(event), minute, List.of())
        : new OutputRecord(
            topic, null, UsageHeaders.value(event), minute, headers(UsageHeaders.of(event)));
  }

  static List<OutputHeader> headers(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(attribute -> new OutputHeader(attribute.getKey(), attribute.getValue()))
        .toList();
  }
}
