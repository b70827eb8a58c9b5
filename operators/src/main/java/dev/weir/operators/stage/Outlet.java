package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.OutputRecord;
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
}
