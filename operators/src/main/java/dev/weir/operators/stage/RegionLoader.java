package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.Completion;
import dev.weir.operators.cohort.DecidedRow;
import dev.weir.operators.record.Reason;
import dev.weir.operators.stage.CohortTerms.Forgotten;
import dev.weir.operators.state.DecidedRowSerializer;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Formation;
import dev.weir.privacy.cohort.MemoryPages;
import dev.weir.privacy.cohort.Pages;
import dev.weir.privacy.cohort.Undelivered;
import dev.weir.tokenization.LengthPrefixed;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** Makes regions of one release of what the state holds of them, as far as it is of this plan. */
final class RegionLoader {

  /** Of every region that was ever loaded with checkpoints: what its state rests on. */
  static final ValueStateDescriptor<String> PLAN =
      new ValueStateDescriptor<>("cohort-plan", StringSerializer.INSTANCE);

  private static final MapStateDescriptor<Long, DecidedRow> DECIDED = rows("cohort-decided");
  private static final MapStateDescriptor<Long, DecidedRow> PACED = rows("cohort-paced");

  private final ReleasePlan release;
  private final CohortPlan plan;
  private final CohortSpace space;
  private final Completion completion;
  private final RuntimeContext state;
  private final WallClock clock;
  private final CohortRegion.Out out;
  private final boolean gated;
  private final SecureRandom random = new SecureRandom();

  RegionLoader(
      ReleasePlan release,
      CohortSpace space,
      Completion completion,
      RuntimeContext state,
      WallClock clock,
      CohortRegion.Out out,
      boolean gated) {
    this.release = release;
    this.plan = Objects.requireNonNull(release.cohort());
    this.space = space;
    this.completion = completion;
    this.state = state;
    this.clock = clock;
    this.out = out;
    this.gated = gated;
  }

  private static MapStateDescriptor<Long, DecidedRow> rows(String name) {
    return new MapStateDescriptor<>(name, LongSerializer.INSTANCE, DecidedRowSerializer.INSTANCE);
  }

  /** Whether anything was ever held under the current key; without checkpoints nothing is. */
  boolean isThere() throws Exception {
    return gated && state.getState(PLAN).value() != null;
  }

  /**
   * The region that is the current key.
   *
   * @param now of the operator's timers
   * @param shut whether nothing leaves before the next barrier
   */
  CohortRegion load(int key, long now, boolean shut) throws Exception {
    out.turn();
    List<Undelivered> undelivered = new ArrayList<>();
    CohortGate gate = new CohortGate(state.getMapState(DECIDED));
    if (shut) {
      gate.shut();
    }
    CohortPace pace =
        new CohortPace(
            CohortPolicy.pace(plan),
            state.getMapState(PACED),
            random,
            now,
            row -> {
              if (!out.leave(row.completed())) {
                undelivered.add(row.undelivered());
              }
            });
    Pages pages = gated ? new CohortPages(state) : new MemoryPages();
    if (pages instanceof CohortPages kept) {
      undelivered.addAll(keep(kept, gate, pace));
    }
    Formation formation =
        new Formation(space.space(), CohortPolicy.of(plan, clock.millis()), context(key), pages);
    return new CohortRegion(formation, gate, pace, completion, out, gated, undelivered);
  }

  /**
   * What is held under these terms stays.
   *
   * @return what was decided under others
   */
  private List<Undelivered> keep(CohortPages pages, CohortGate gate, CohortPace pace)
      throws Exception {
    ValueState<String> planned = state.getState(PLAN);
    String before = planned.value();
    CohortTerms terms = CohortTerms.of(plan);
    Forgotten forgotten =
        before == null
            ? Forgotten.NOTHING
            : terms.keep(CohortTerms.parse(before), pages, gate, pace);
    out.withhold(Reason.AGREEMENT_CHANGED, forgotten.rows());
    planned.update(terms.text());
    gate.restored(pace::leave);
    return forgotten.undelivered();
  }

  /** What the ids of its cohorts, and so its tokens, are bound to. */
  private byte[] context(int key) {
    return LengthPrefixed.encode(
        "weir/1",
        "cohort",
        "partner:" + release.partner(),
        "agreement:" + release.agreement(),
        release.release(),
        Integer.toString(key));
  }
}
