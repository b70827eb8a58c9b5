package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.metrics.CohortFigures;
import dev.weir.operators.metrics.Standing;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.generalize.Box;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Tells the owner's metrics what becomes of a release's rows. */
final class CohortWatch {

  private final CohortSpace space;
  private final CohortFigures figures;

  private CohortWatch(CohortSpace space, CohortFigures figures) {
    this.space = space;
    this.figures = figures;
  }

  static CohortWatch register(RuntimeContext context, ReleasePlan release, CohortSpace space) {
    return new CohortWatch(
        space,
        CohortFigures.register(
            context, release, space.fields().stream().map(one -> one.field().name()).toList()));
  }

  void decided(Outcome outcome) {
    figures.decided(outcome.waited());
    if (outcome instanceof Outcome.Released released) {
      figures.released(released.people(), losses(released.box()));
    }
  }

  private double[] losses(Box box) {
    double[] losses = new double[space.fields().size()];
    for (int field = 0; field < losses.length; field++) {
      losses[field] = space.space().fieldLoss(field, box);
    }
    return losses;
  }

  void stands(Standing change) {
    figures.changed(change);
  }
}
