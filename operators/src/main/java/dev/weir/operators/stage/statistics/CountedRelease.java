package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.Level;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.Windows;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.measure.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A release of statistics, or what it tells in windows of one of its sizes, ready to be counted.
 */
record CountedRelease(ReleasePlan plan, StatisticsPlan statistics, Level level) {

  private static final String ACTIVE = "active";

  /** In windows of its finest size. */
  static CountedRelease of(ReleasePlan plan) {
    return all(plan).get(0);
  }

  /** In windows of each of its sizes, the finest first. */
  static List<CountedRelease> all(ReleasePlan plan) {
    StatisticsPlan statistics = Objects.requireNonNull(plan.statistics());
    return Level.of(statistics).stream()
        .map(level -> new CountedRelease(plan, statistics, level))
        .toList();
  }

  Windows windows() {
    return level.windows();
  }

  Terms terms() {
    return level.terms();
  }

  /** Whose budget it is: not another version of its agreement. Windows of all sizes share it. */
  String account() {
    return plan.agreement() + "/" + plan.release();
  }

  /** By which its state is found. */
  String name() {
    return level.finest() ? account() : Place.coarser(account(), level.size());
  }

  /** Under which its windows are charged: those of each size cost something of their own. */
  String chargedTerms() {
    return level.finest() ? statistics.terms() : statistics.terms() + " " + level.size();
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
