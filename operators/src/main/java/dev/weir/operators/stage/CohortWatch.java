package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.PerCohort;
import dev.weir.operators.metrics.CohortFigures;
import dev.weir.operators.metrics.CohortTotals;
import dev.weir.operators.metrics.Standing;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.risk.ClassId;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/** Tells the owner what becomes of a release's rows. Confined to one thread. */
final class CohortWatch {

  private final CohortSpace space;
  private final CohortFigures figures;
  private final @Nullable CohortTotals totals;
  private final ReleasedPeople people;
  private final PerCohort<Seen> seen = new PerCohort<>();

  /** What is the same for all rows of a cohort. */
  private record Seen(ClassId shown, double[] loss) {}

  private CohortWatch(
      CohortSpace space,
      CohortFigures figures,
      @Nullable CohortTotals totals,
      ReleasedPeople people) {
    this.space = space;
    this.figures = figures;
    this.totals = totals;
    this.people = people;
  }

  /** Of a stream. */
  static CohortWatch ofStream(
      RuntimeContext context, ReleasePlan release, CohortSpace space, ReleasedPeople people) {
    return new CohortWatch(
        space, CohortFigures.register(context, release, space.names()), null, people);
  }

  /** Of a file's run, which tells when it ends. */
  static CohortWatch ofFile(RuntimeContext context, ReleasePlan release, CohortSpace space) {
    List<String> names = space.names();
    CohortTotals totals = CohortTotals.register(context, release, names);
    return new CohortWatch(
        space, CohortFigures.register(context, release, names), totals, new FilePeople(totals));
  }

  /**
   * @param now ms since the epoch
   */
  void decided(Outcome outcome, long now) throws Exception {
    figures.decided(outcome.waited());
    if (totals != null) {
      totals.decided(outcome.waited());
    }
    if (outcome instanceof Outcome.Released released) {
      released(released, now);
    }
  }

  private void released(Outcome.Released released, long now) throws Exception {
    Seen of = seen.of(released.cohort(), () -> seen(released.box()));
    figures.released(released.people(), of.loss());
    if (totals != null) {
      totals.released(of.loss());
    }
    people.released(released.row(), of.shown(), now);
  }

  private Seen seen(Box box) {
    double[] loss = new double[space.fields().size()];
    for (int field = 0; field < loss.length; field++) {
      loss[field] = space.space().fieldLoss(field, box);
    }
    LongStream ends =
        LongStream.concat(LongStream.of(box.from().toArray()), LongStream.of(box.to().toArray()));
    return new Seen(ClassId.of(ends.toArray()), loss);
  }

  void forget(Subject subject) throws Exception {
    people.forget(subject);
  }

  void stands(Standing change) {
    figures.changed(change);
    people.measure();
  }

  /** The input has ended. */
  void end() {
    people.end();
  }
}
