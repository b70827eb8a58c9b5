package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.statistics.StatisticsRow;
import java.util.List;
import org.apache.flink.util.OutputTag;

/** Takes what leaves a stage. */
interface Outlet {

  /**
   * Takes a record.
   *
   * @param holes of it that another stage must fill before it leaves; empty: none
   */
  void leave(OutputRecord record, List<Hole> holes);

  /**
   * Takes a row that a crowd is looked for.
   *
   * @param regions of its release
   */
  void gather(OutputTag<CohortRow> regions, CohortRow row);

  /**
   * Takes what a record adds to statistics.
   *
   * @param rows of its release
   */
  void count(OutputTag<StatisticsRow> rows, StatisticsRow row);
}
