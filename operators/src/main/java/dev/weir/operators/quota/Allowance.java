package dev.weir.operators.quota;

import dev.weir.plan.QuotaPlan.Limits;
import java.util.List;

/** What may leave of one agreement. Confined to one thread. */
public sealed interface Allowance permits LiveAllowance, FileAllowance {

  /**
   * A record that would leave.
   *
   * @param eventTime ms since the epoch
   * @param bytes of its value
   * @param epsilon privacy loss that is told with it, in billionths
   */
  record Load(long eventTime, int bytes, long epsilon) {}

  /**
   * Takes records off what may leave: all of them, or none.
   *
   * @param now the clock, in ms since the epoch
   * @return whether they may leave
   */
  boolean take(Limits limits, List<Load> together, long now);
}
