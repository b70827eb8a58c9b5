package dev.weir.operators.control;

import dev.weir.tokenization.control.Order;
import dev.weir.tokenization.control.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of the records in the control log, as metrics and lines of the log. Every subtask
 * reads them; one counts.
 */
final class ControlCounts {
  private static final Logger LOG = LoggerFactory.getLogger(ControlCounts.class);

  private final boolean counting;
  private final Counter obeyed;
  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

  private ControlCounts(MetricGroup group, boolean counting) {
    this.counting = counting;
    obeyed = group.counter("obeyed");
    for (Refusal why : Refusal.values()) {
      refused.put(why, group.addGroup("reason", why.word()).counter("refused"));
    }
  }

  /** Registers {@code weir.control.} {@code obeyed} and, by reason, {@code refused}. */
  static ControlCounts register(MetricGroup operator, boolean counting) {
    return new ControlCounts(operator.addGroup("weir").addGroup("control"), counting);
  }

  void obeyed(long offset, Order order) {
    if (counting) {
      obeyed.inc();
      LOG.info(
          "control log, offset {}: {} (sequence {}) is obeyed from the next checkpoint on",
          offset,
          order.command().word(),
          order.sequence());
    }
  }

  /** Nothing of the record itself is shown: anybody may have written it. */
  void refused(long offset, Refusal why) {
    if (counting) {
      Objects.requireNonNull(refused.get(why)).inc();
      LOG.warn("control log, offset {}: refused as {}", offset, why.word());
    }
  }
}
