package dev.weir.jobs.start;

import dev.weir.jobs.kafka.StartFrom;
import dev.weir.operators.progress.Accepted;
import dev.weir.operators.progress.Amount;
import dev.weir.operators.statistics.LedgerRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a check has found out, for the graph.
 *
 * @param maxRecordBytes what every topic that is written takes
 * @param startFrom by product, the end of a topic made fixed offsets
 * @param resume where the job goes on
 * @param accepted duplicates or a gap that were asked for, by who tells of the progress; those who
 *     have none are not in it
 * @param duplicates what was ever let be released again, this time too
 * @param ledger what statistics have spent, as the ledger's topic knows it
 * @param goOn products whose source goes on where a state left it: what is new in them starts now
 * @param control where the control log ended; null: nobody's commands are obeyed
 */
public record StartFacts(
    int maxRecordBytes,
    Map<String, StartFrom> startFrom,
    Resume resume,
    Map<String, Accepted> accepted,
    List<Amount> duplicates,
    List<LedgerRow> ledger,
    Set<String> goOn,
    @Nullable ControlEnd control) {
  public StartFacts {
    accepted = Map.copyOf(accepted);
    duplicates = List.copyOf(duplicates);
    ledger = List.copyOf(ledger);
    goOn = Set.copyOf(goOn);
    startFrom = Map.copyOf(startFrom);
  }

  /**
   * @param offset after the last record
   * @param asked when, ms since the epoch
   */
  public record ControlEnd(long offset, long asked) {}
}
