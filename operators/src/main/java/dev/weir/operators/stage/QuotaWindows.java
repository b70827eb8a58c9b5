package dev.weir.operators.stage;

import dev.weir.operators.record.Origin.Member;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.record.WaitingUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Windows of statistics whose rows are coming: one after another, and all ahead of the same
 * barrier, so that nearly always nothing is here when one comes. Confined to one thread.
 */
final class QuotaWindows {

  private final Map<ValueName, List<OutputRecord>> coming = new HashMap<>();

  /** All rows that have come of the row's window, if it is the last of them; none before. */
  List<OutputRecord> add(OutputRecord row) {
    Member member = Objects.requireNonNull(WaitingUnit.origin(row).member(), "of a window");
    coming.computeIfAbsent(member.crowd(), window -> new ArrayList<>()).add(row);
    List<OutputRecord> rows = member.isLast() ? coming.remove(member.crowd()) : null;
    return rows == null ? List.of() : rows;
  }

  /** What has come of windows that are not whole; they are not here any more. */
  List<List<OutputRecord>> taken() {
    List<List<OutputRecord>> rows = List.copyOf(coming.values());
    coming.clear();
    return rows;
  }
}
