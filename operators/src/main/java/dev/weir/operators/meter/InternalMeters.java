package dev.weir.operators.meter;

import dev.weir.metering.internal.InternalUsage;
import dev.weir.metering.internal.InternalUsageEvent;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the owner is told of the releases of a product, by one stage in one subtask. Confined to one
 * thread.
 */
public final class InternalMeters {

  private final MeterSettings settings;
  private final @Nullable PeopleHash people;
  private final List<InternalMeter> meters = new ArrayList<>();
  private long next = Long.MIN_VALUE;

  /**
   * @param subjects reads whose an event is
   */
  public InternalMeters(MeterSettings settings, ProductPlan product, SubjectReader subjects) {
    this(settings, new PeopleHash(subjects, product.product()));
  }

  private InternalMeters(MeterSettings settings, @Nullable PeopleHash people) {
    this.settings = settings;
    this.people = people;
  }

  /** Of a stage that has one release, and counts no people. */
  public static InternalMeters ofRelease(
      MeterSettings settings, ReleasePlan release, ReleaseCounts counts) {
    InternalMeters meters = new InternalMeters(settings, null);
    InternalMeter unused = meters.of(release, counts);
    return meters;
  }

  /** One more release. */
  public InternalMeter of(ReleasePlan release, ReleaseCounts counts) {
    InternalMeter meter = new InternalMeter(release, counts, people);
    meters.add(meter);
    return meter;
  }

  /** What is counted from now on belongs to this time. A clock that goes back changes nothing. */
  public void at(long now) {
    if (now >= next) {
      long minute = settings.minuteOf(now);
      meters.forEach(meter -> meter.turnTo(minute));
      next = settings.minute() == null ? minute + MeterSettings.MINUTE : Long.MAX_VALUE;
    }
  }

  /** Tells all since it was last asked. */
  public void tell(String part, Consumer<OutputRecord> out) {
    for (InternalMeter meter : meters) {
      for (InternalUsage usage : meter.taken()) {
        out.accept(record(new InternalUsageEvent(settings.source(), part, usage)));
      }
    }
  }

  private OutputRecord record(InternalUsageEvent event) {
    String topic = settings.internalTopic();
    long minute = event.data().window().from().toEpochMilli();
    return settings.structured()
        ? new OutputRecord(topic, null, event.structured(), minute, List.of())
        : new OutputRecord(topic, null, event.value(), minute, UsageMeter.headers(event.headers()));
  }
}
