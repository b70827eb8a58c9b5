package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.PlannedTerms;
import dev.weir.operators.statistics.RowJson;
import dev.weir.operators.statistics.ShownCells;
import dev.weir.operators.statistics.Windows;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.ledger.Spent;
import dev.weir.privacy.measure.Mechanism;
import dev.weir.privacy.opendp.OpenDp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Windows that are sums of what finer ones have shown: nothing is drawn, and nothing spent. A group
 * that was discovered on the way is told of the next window, of which all parts have shown it.
 */
final class SummedDraw implements Draw {

  private final Windows parts;
  private final Mechanism mechanism;
  private final RowJson rows;

  SummedDraw(CountedRelease release) {
    this.parts = Windows.of(release.statistics());
    this.mechanism = Mechanism.of(PlannedTerms.of(release.statistics()));
    this.rows = new RowJson(release.statistics(), release.terms());
  }

  @Override
  public Spent cost() {
    return new Spent(Rho.NOTHING, 0);
  }

  @Override
  public Spent most() {
    return new Spent(mechanism.budget(), mechanism.budgetDelta());
  }

  @Override
  public double epsilon(Rho spent) {
    return mechanism.epsilon(spent);
  }

  @Override
  public List<byte[]> draw(OpenDp library, Span window, Map<String, long[]> sums, Spent spent) {
    int whole = parts.in(window).size();
    RowJson.Cost cost = new RowJson.Cost(0, WindowDraw.left(mechanism, spent));
    List<byte[]> told = new ArrayList<>();
    new TreeMap<>(sums)
        .forEach(
            (group, cells) -> {
              if (ShownCells.rows(cells) == whole) {
                told.add(rows.write(window, group, ShownCells.figures(mechanism, cells), cost));
              }
            });
    return told;
  }
}
