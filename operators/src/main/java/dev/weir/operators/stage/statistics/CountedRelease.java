package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.PlannedTerms;
import dev.weir.operators.statistics.Windows;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.measure.Terms;
import java.time.Instant;
import java.util.Objects;

/** A release of statistics, ready to be counted. */
record CountedRelease(ReleasePlan plan, StatisticsPlan statistics, Windows windows, Terms terms) {

  private static final String ACTIVE = "active";

  static CountedRelease of(ReleasePlan plan) {
    StatisticsPlan statistics = Objects.requireNonNull(plan.statistics());
    return new CountedRelease(
        plan, statistics, Windows.of(statistics), PlannedTerms.of(statistics));
  }

  /** By which its state, and what it has spent, is found: not another version of its agreement. */
  String name() {
    return plan.agreement() + "/" + plan.release();
  }

  boolean active() {
    return plan.status().equals(ACTIVE);
  }

  /** The first instant that it releases anything of. */
  long from() {
    return Instant.parse(plan.from()).toEpochMilli();
  }

  /** The first at which it no longer releases anything. */
  long to() {
    return Instant.parse(plan.to()).toEpochMilli();
  }
}
