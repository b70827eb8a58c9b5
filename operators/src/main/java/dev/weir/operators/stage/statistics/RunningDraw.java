package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.GroupNames;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.RowJson;
import dev.weir.operators.statistics.RunningGroup;
import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.ledger.Spent;
import dev.weir.privacy.measure.Figure;
import dev.weir.privacy.measure.RunningMechanism;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.totals.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the steps of running totals: all of a period cost what the first one did. */
final class RunningDraw implements Draw {

  private final CountedRelease release;
  private final RunningMechanism mechanism;
  private final RowJson rows;
  private final List<String> groups;
  private final Totals totals;

  /** What totals keep between steps, by group. */
  interface Totals {
    @Nullable RunningGroup of(Place run, String group) throws Exception;

    void put(Place run, String group, RunningGroup now) throws Exception;

    /** From when to when steps were drawn, one after the other; null: nobody has noted it. */
    @Nullable Span drawn(Place run) throws Exception;

    void drawn(Place run, Span now) throws Exception;

    void clear(Place run) throws Exception;
  }

  RunningDraw(CountedRelease release, Totals totals) {
    this.release = release;
    this.mechanism = RunningMechanism.of(release.terms(), release.windows().steps());
    this.rows = new RowJson(release.statistics(), release.terms());
    this.groups = GroupNames.all(release.statistics().groupBy());
    this.totals = totals;
  }

  @Override
  public Spent cost() {
    return new Spent(mechanism.period(), 0);
  }

  @Override
  public Spent most() {
    return cost();
  }

  @Override
  public double epsilon(Rho spent) {
    return Conversion.epsilon(spent, release.terms().budget().delta());
  }

  /**
   * Totals that a step is missing from would tell of less than they say. It was missed while the
   * agreement was suspended, and drawing anew would cost the period's budget again.
   */
  @Override
  public boolean follows(Span step) throws Exception {
    Span drawn = totals.drawn(run(step));
    return drawn == null || drawn.to() == step.from();
  }

  private Place run(Span step) {
    Span whole = release.windows().whole(step);
    return new Place(release.name(), release.statistics().terms(), whole);
  }

  @Override
  public List<byte[]> draw(OpenDp library, Span step, Map<String, long[]> sums, Spent spent)
      throws Exception {
    Place run = run(step);
    Span total = new Span(since(run, step), step.to());
    List<List<Running>> now = new ArrayList<>();
    List<long[]> cells = new ArrayList<>();
    for (String group : groups) {
      RunningGroup before = totals.of(run, group);
      now.add(before == null ? mechanism.start() : before.cells());
      cells.add(sums.getOrDefault(group, new long[release.terms().cells()]));
    }
    List<List<Figure>> figures = mechanism.release(library, now, cells);
    keep(run, now, total);
    return told(total, figures);
  }

  /**
   * Since when its records are counted: the first step that was drawn; former builds noted none.
   */
  private long since(Place run, Span step) throws Exception {
    Span drawn = totals.drawn(run);
    if (drawn != null) {
      return drawn.from();
    }
    return totals.of(run, groups.get(0)) == null ? step.from() : run.span().from();
  }

  private void keep(Place run, List<List<Running>> now, Span total) throws Exception {
    if (total.to() == run.span().to()) {
      totals.clear(run);
    } else {
      totals.drawn(run, total);
      for (int group = 0; group < groups.size(); group++) {
        totals.put(run, groups.get(group), new RunningGroup(now.get(group)));
      }
    }
  }

  private List<byte[]> told(Span total, List<List<Figure>> figures) {
    double epsilon = epsilon(mechanism.period());
    List<byte[]> told = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      RowJson.Cost cost = new RowJson.Cost(epsilon, 0);
      told.add(rows.write(total, groups.get(group), figures.get(group), cost));
    }
    return told;
  }
}
