package dev.weir.local.preview;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.Completion;
import dev.weir.operators.metrics.CohortTally;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.stage.CohortPolicy;
import dev.weir.operators.stage.CohortRows;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Formation;
import dev.weir.privacy.cohort.MemoryPages;
import dev.weir.privacy.cohort.Policy;
import dev.weir.privacy.cohort.Row;
import dev.weir.tokenization.keys.KeyProvider;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The crowds of one release in a sample, formed as a run forms them. Confined to one thread. */
final class SampleCrowd {

  private final CohortRows rows;
  private final Completion completion;
  private final CohortSpace space;
  private final Policy policy;
  private final Map<Integer, Formation> regions = new TreeMap<>();
  private final CrowdTally tally;
  private final List<Decision> decided = new ArrayList<>();

  /**
   * What became of a row.
   *
   * @param place that it was given
   */
  record Decision(long place, Outcome outcome) {}

  /**
   * @param now ms since the epoch
   */
  SampleCrowd(
      ProductPlan product, ReleasePlan release, RecordFormat format, KeyProvider keys, long now) {
    CohortPlan cohort = Objects.requireNonNull(release.cohort());
    space = CohortSpace.of(release);
    rows = new CohortRows(product, release, format, keys.subjects().namer(product.product()));
    rows.treatWith(keys);
    tally = new CrowdTally(space);
    completion = new Completion(space, format.boxForm(release));
    policy = CohortPolicy.of(cohort, now);
  }

  /**
   * Takes an event.
   *
   * @param place that it is known by
   * @return why it has none; null if it waits for its crowd
   */
  @Nullable Rejection offer(Event event, long place, long now) {
    Rejection rejection = rows.write(event);
    if (rejection == null) {
      CohortRow row = rows.row(event.eventTime(), 0, place);
      Formation region = regions.computeIfAbsent(row.region(), this::formation);
      take(region.offer(Objects.requireNonNull(row.row()), now));
    }
    return rejection;
  }

  private Formation formation(int region) {
    byte[] context = ByteBuffer.allocate(Integer.BYTES).putInt(region).array();
    return new Formation(space.space(), policy, context, new MemoryPages());
  }

  /** The sample has ended. */
  void finish(long now) {
    regions.values().forEach(region -> take(region.finish(now)));
  }

  private void take(List<dev.weir.privacy.cohort.Outcome> outcomes) {
    for (dev.weir.privacy.cohort.Outcome outcome : outcomes) {
      tally.add(outcome);
      decided.add(new Decision(place(outcome.row()), outcome(outcome)));
    }
  }

  private static long place(Row row) {
    return CohortRow.Body.of(row).offset();
  }

  private Outcome outcome(dev.weir.privacy.cohort.Outcome outcome) {
    return outcome instanceof dev.weir.privacy.cohort.Outcome.Released released
        ? new Outcome.Released(completion.of(released).value())
        : new Outcome.Withheld(
            Reason.valueOf(((dev.weir.privacy.cohort.Outcome.Suppressed) outcome).reason().name()));
  }

  CohortTally tally() {
    return tally.tally();
  }

  /** What was decided since it was asked last. */
  List<Decision> decided() {
    List<Decision> all = List.copyOf(decided);
    decided.clear();
    return all;
  }
}
