package dev.weir.operators.stage;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;

/** What a release makes of a record that is tried again. */
public sealed interface ReplayOutcome {

  /** It may leave. */
  record Released(OutputRecord record) implements ReplayOutcome {}

  /** The agreement does not let it out now. */
  record Withheld(Reason reason) implements ReplayOutcome {}

  /** It fails again. */
  record Refused(Rejection rejection) implements ReplayOutcome {}
}
