package dev.weir.operators.stage.statistics;

import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.plan.BudgetPlan;
import dev.weir.privacy.ledger.Span;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counting needs besides the plan.
 *
 * @param ledgerTopic where what is charged is told
 * @param charged what the ledger's topic or file has told before this job was started
 * @param ceiling of what all statistics of the product may spend; null: there is none
 * @param start ms since the epoch: windows that begin before are not drawn, for what belongs to
 *     them has not been read
 * @param days of a run over files, which draws all windows within them; null: the days of its
 *     records
 * @param gated whether there are checkpoints that rows wait for
 * @param clock by which rows leave
 * @param meter how what is counted is told; null: nobody is told
 */
public record StatisticsSettings(
    String ledgerTopic,
    List<LedgerRow> charged,
    @Nullable BudgetPlan ceiling,
    long start,
    @Nullable Span days,
    boolean gated,
    WallClock clock,
    @Nullable MeterSettings meter)
    implements Serializable {

  public StatisticsSettings {
    charged = new ArrayList<>(charged);
  }
}
