package dev.weir.operators.stage;

import dev.weir.operators.record.Hole;
import dev.weir.operators.record.OutputRecord;
import java.util.List;

/** Takes what leaves a stage. */
interface Outlet {

  /**
   * Takes a record.
   *
   * @param holes of it that another stage must fill before it leaves; empty: none
   */
  void leave(OutputRecord record, List<Hole> holes);
}
