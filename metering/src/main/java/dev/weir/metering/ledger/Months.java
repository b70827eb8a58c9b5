package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Reopening;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which months are closed, and which ever were. A month that nothing is said of is open. */
final class Months {

  private final Set<YearMonth> closed = new HashSet<>();
  private final Map<YearMonth, Long> closings = new HashMap<>();

  void apply(Closing closing) {
    closed.add(closing.month());
    closings.put(closing.month(), closing.number());
  }

  void apply(Reopening reopening) {
    closed.remove(reopening.month());
  }

  boolean isClosed(YearMonth month) {
    return closed.contains(month);
  }

  /** The first month from that one on in which something can be billed. */
  YearMonth openFrom(YearMonth month) {
    YearMonth open = month;
    while (closed.contains(open)) {
      open = open.plusMonths(1);
    }
    return open;
  }

  /** The newest closing of a month, if it was ever closed. */
  Optional<Long> closing(YearMonth month) {
    return Optional.ofNullable(closings.get(month));
  }
}
