package dev.weir.jobs.file;

import dev.weir.metering.focus.FocusTable;
import dev.weir.metering.usage.UsageEvent;
import java.util.List;

/** Rates what a run has counted: {@code charges.csv}. */
public interface RunCharges {

  /**
   * The table of charges.
   *
   * @param usage the events of {@code usage.jsonl}, all of them
   */
  FocusTable table(List<UsageEvent> usage);
}
