package dev.weir.operators.stage.statistics;

import dev.weir.operators.meter.InternalMeters;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.metrics.ReleaseCounts;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the owner is told of the windows of several releases. */
final class TellOfWindows {

  private final @Nullable MeterSettings settings;
  private final List<InternalMeters> meters = new ArrayList<>();

  /**
   * @param settings null: nobody is told
   */
  TellOfWindows(@Nullable MeterSettings settings) {
    this.settings = settings;
  }

  void add(ReleasePlan release, ReleaseCounts counts) {
    if (settings != null) {
      meters.add(InternalMeters.ofRelease(settings, release, counts));
    }
  }

  /** What is counted from now on belongs to this time. */
  void at(long now) {
    meters.forEach(meter -> meter.at(now));
  }

  void tell(int subtask, long checkpoint, Consumer<OutputRecord> out) {
    if (settings != null) {
      String part = settings.part("s", subtask, checkpoint);
      meters.forEach(meter -> meter.tell(part, out));
    }
  }
}
