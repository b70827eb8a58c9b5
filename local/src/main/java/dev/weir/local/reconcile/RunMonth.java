package dev.weir.local.reconcile;

import dev.weir.local.billing.BillingInputException;
import dev.weir.local.billing.UsageFiles;
import dev.weir.metering.reconcile.ChargeRow;
import dev.weir.metering.reconcile.Count;
import dev.weir.metering.reconcile.Delivered;
import dev.weir.metering.reconcile.MonthUsage;
import dev.weir.metering.reconcile.Place;
import dev.weir.metering.reconcile.Reconciled;
import dev.weir.metering.reconcile.Reconciling;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The directory of a run: its topics' files, its usage, its charges. A run releases all of a
 * release in one minute, which its usage names.
 */
public final class RunMonth {

  private RunMonth() {}

  /**
   * Held against one another.
   *
   * @throws BillingInputException if a file lacks, or is not what a run writes
   */
  public static Reconciled of(Path directory, YearMonth month)
      throws IOException, BillingInputException {
    List<UsageEvent> events = UsageFiles.read(List.of(directory.resolve(UsageFiles.NAME)));
    MonthUsage usage = new MonthUsage(month);
    events.forEach(usage::add);
    Map<Place, Count> counts = RunTopics.counted(directory, events, month);
    Reconciled topics = Reconciling.withoutCharges(Delivered.whole(counts), usage, Instant.MAX);
    List<ChargeRow> charges = RunCharged.rows(directory, events, month);
    return new Reconciled(
        month,
        topics.releases(),
        topics.minutes(),
        charges,
        topics.again(),
        new ArrayList<>(topics.notes()));
  }
}
