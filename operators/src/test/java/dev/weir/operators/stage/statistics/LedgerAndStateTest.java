package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.stage.statistics.StatisticsHarness.State;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is charged where the state is lost, or older, or of other terms than the ledger's. */
@WithOpenDp
class LedgerAndStateTest {

  private static Given given() {
    return Given.of(StatisticsPlans.release(StatisticsPlans.statistics()));
  }

  @Test
  void olderState_doesNotDrawWhatItsLedgersTopicKnows() throws Exception {
    State older;
    List<LedgerRow> charged;
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.spend(1, "a", 500, 10);
      older = harness.barrier(1);
      harness.complete(1);
      harness.passTo(2 * 60 + 5);
      harness.checkpoint(2);
      charged = harness.charges();
      assertThat(charged).hasSize(2);
    }
    try (StatisticsHarness harness = new StatisticsHarness(given().charged(charged), older)) {
      harness.passTo(3 * 60 + 5);
      harness.checkpoint(3);
      assertThat(harness.windows())
          .as("the third hour's would cost a third time what two hours may")
          .isEmpty();
      assertThat(harness.counts().withheld()).containsEntry("already_charged", 1L);
      assertThat(harness.tally().aggregated()).isZero();
      harness.passTo(25 * 60 + 5);
      harness.checkpoint(4);
      assertThat(harness.windows()).as("of the next day").containsExactly("2026-03-02T00:00:00Z");
    }
  }

  /**
   * A person of a lost state may add to as many windows again: all starts together must not release
   * more windows than the budget has. Here two of a day.
   */
  @Test
  void jobsWithoutTheirState_togetherSpendNoMoreThanTheBudget() throws Exception {
    Map<String, LedgerRow> topic = new TreeMap<>();
    Set<String> withThePerson = new TreeSet<>();
    for (int start = 0; start < 4; start++) {
      Given given = given().charged(List.copyOf(topic.values()));
      try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
        for (int hour = 0; hour <= start; hour++) {
          harness.spend(1, "a", 500, 60L * (start + hour) + 1);
          harness.passTo(60L * (start + hour + 1) + 5);
        }
        harness.checkpoint(1);
        withThePerson.addAll(harness.windows());
        harness.charges().forEach(row -> topic.put(row.key(), row));
      }
    }
    assertThat(withThePerson).hasSize(2);
    Ledger ledger = Ledger.of(topic.values().stream().map(LedgerRow::charge).toList());
    Charge one = topic.values().iterator().next().charge();
    assertThat(ledger.spent(one.account()).rho()).isLessThanOrEqualTo(one.rho().times(2));
  }

  /** Each state that is lost is bounded anew, by itself; one that goes on is not. */
  @Test
  void chargesOfAStateThatIsLost_areOfOtherTerms() throws Exception {
    StatisticsPlan many =
        StatisticsPlans.statistics(
            StatisticsPlans.hours(),
            StatisticsPlans.shops("a"),
            new StatisticsPlan.Bounds(1, 1, 24),
            "2",
            "terms");
    Given given = Given.of(StatisticsPlans.release(many));
    List<LedgerRow> topic = new ArrayList<>();
    State state = null;
    List<String> terms = new ArrayList<>();
    for (int start = 0; start < 4; start++) {
      boolean lost = start != 2; // the third goes on
      try (StatisticsHarness harness =
          new StatisticsHarness(given.charged(topic), lost ? null : state)) {
        harness.passTo(60L * (start + 1) + 5);
        state = harness.barrier(1);
        harness.complete(1);
        topic.addAll(harness.charges());
        terms.add(topic.get(topic.size() - 1).charge().terms());
      }
    }
    assertThat(terms).containsExactly("terms", "terms~1", "terms~1", "terms~2");
  }

  @Test
  void newTerms_doNotRefillThePeriod_andDropWhatWasOpen() throws Exception {
    State state;
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.passTo(2 * 60 + 5); // two windows: the whole budget of a person's two
      harness.spend(1, "a", 500, 130);
      state = harness.barrier(1);
      harness.complete(1);
    }
    ReleasePlan changed =
        StatisticsPlans.release(
            StatisticsPlans.statistics(
                StatisticsPlans.hours(),
                StatisticsPlans.shops("a"),
                new StatisticsPlan.Bounds(3, 2, 2),
                "2",
                "other terms"));
    try (StatisticsHarness harness = new StatisticsHarness(Given.of(changed), state)) {
      harness.passTo(24 * 60 + 5);
      harness.spend(2, "a", 500, 24 * 60 + 10);
      harness.passTo(25 * 60 + 5);
      harness.checkpoint(2);
      assertThat(harness.counts().withheld()).containsEntry("agreement_changed", 1L);
      assertThat(harness.windows())
          .as("those of the former terms, and those of the next day")
          .containsExactly("2026-03-01T00:00:00Z", "2026-03-01T01:00:00Z", "2026-03-02T00:00:00Z");
    }
  }
}
