package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.crowd.Guarantee;
import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * What the order of rows, and the names of their crowds, tell a reader of a topic without tokens.
 */
class LeavingOrderTest {

  private static final int K = 3;

  @Provide
  Arbitrary<List<Step>> streams() {
    return Step.streams(false);
  }

  /**
   * Person by person it would say whose rows they are: where the time goes back, another begins.
   */
  @Property(tries = 500)
  void rowsThatAreDecidedTogether_leaveInTheOrderInWhichTheyCame(
      @ForAll("streams") List<Step> steps,
      @ForAll Mode mode,
      @ForAll @IntRange(min = 2, max = 5) int k) {
    Map<Integer, List<Integer>> together = new TreeMap<>();
    for (Decided decided : Harness.whole(policy(mode, k), steps).decided) {
      together
          .computeIfAbsent(decided.call(), call -> new ArrayList<>())
          .add(World.id(decided.outcome().row()));
    }
    assertThat(together.values()).allSatisfy(rows -> assertThat(rows).isSorted());
  }

  /** Else one token would be in both, and of somebody who is in both. */
  @Test
  void crowdsOfOtherPeople_haveOtherNames_whateverTheirNumberAndBox() {
    Set<CohortId> one = named(1, 2, 3);
    assertThat(one).hasSize(1);
    assertThat(named(1, 4, 5)).hasSize(1).doesNotContainAnyElementsOf(one);
    assertThat(named(3, 1, 2)).as("the same people, in any order").isEqualTo(one);
  }

  private static Set<CohortId> named(int... people) {
    Formation formation = World.formation(policy(Mode.STABLE, K), new MemoryPages());
    List<Outcome> outcomes = new ArrayList<>();
    for (int person : people) {
      Codes point = World.point(1, 1);
      outcomes.addAll(
          formation.offer(
              new Row(World.subject(person), point, Codes.of(1), new byte[Integer.BYTES]), 0));
    }
    outcomes.addAll(formation.finish(1));
    return outcomes.stream()
        .map(outcome -> ((Outcome.Released) outcome).cohort())
        .collect(Collectors.toSet());
  }

  private static Policy policy(Mode mode, int k) {
    return World.policy(mode, Guarantee.of(k), World.EVER);
  }
}
