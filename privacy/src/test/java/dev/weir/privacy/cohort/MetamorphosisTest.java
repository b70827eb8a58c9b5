package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.crowd.Guarantee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** I13: what another stream, or another k, changes and what it does not. */
class MetamorphosisTest {

  @Provide
  Arbitrary<List<Step>> streams() {
    return Step.streams(false);
  }

  /** I13: who people are changes nothing. */
  @Property(tries = 100)
  void i13_otherSubjects_sameBoxes(@ForAll("streams") List<Step> steps, @ForAll long seed) {
    List<Integer> names = new ArrayList<>(IntStream.range(0, 41).boxed().toList());
    Collections.shuffle(names, new Random(seed));
    Policy policy = World.policy(Mode.STABLE, Guarantee.of(3), World.EVER);
    List<Outcome> one = Renamed.run(policy, steps, person -> person, 0);
    List<Outcome> other = Renamed.run(policy, steps, names::get, 0);
    assertThat(Renamed.boxes(other, 0)).isEqualTo(Renamed.boxes(one, 0));
  }

  /** I13: a number added to all ages is added to all boxes. */
  @Property(tries = 100)
  void i13_shiftedNumbers_shiftedBoxes(
      @ForAll("streams") List<Step> steps, @ForAll @IntRange(min = -50, max = 50) int shift) {
    Policy policy = World.policy(Mode.STABLE, Guarantee.of(3), World.EVER);
    List<Outcome> one = Renamed.run(policy, steps, person -> person, 0);
    List<Outcome> other = Renamed.run(policy, steps, person -> person, shift);
    assertThat(Renamed.boxes(other, shift)).isEqualTo(Renamed.boxes(one, 0));
  }

  /** I13: a larger k makes no class smaller than it. */
  @Property(tries = 300)
  void i13_largerK_boundsEveryClass(
      @ForAll("streams") List<Step> steps,
      @ForAll Mode mode,
      @ForAll @IntRange(min = 1, max = 4) int k,
      @ForAll @IntRange(min = 1, max = 4) int more) {
    for (int required : new int[] {k, k + more}) {
      Oracle oracle =
          new Oracle(Harness.whole(World.policy(mode, Guarantee.of(required), World.EVER), steps));
      assertThat(oracle.smallestClass()).isGreaterThanOrEqualTo(required);
    }
  }

  /** I13: of what comes together, whoever is in a crowd of more people is in one of fewer too. */
  @Property(tries = 300)
  void i13_largerK_letsNobodyOutInAddition(
      @ForAll("streams") List<Step> steps,
      @ForAll @IntRange(min = 1, max = 6) int k,
      @ForAll @IntRange(min = 1, max = 6) int more) {
    List<Step> together =
        steps.stream()
            .limit(20)
            .map(s -> new Step(0, s.person(), s.variation(), 0, false))
            .toList();
    Set<Integer> larger = released(together, k + more);
    assertThat(released(together, k)).containsAll(larger);
    assertThat(released(together, 1)).hasSameSizeAs(together);
  }

  private static Set<Integer> released(List<Step> together, int k) {
    Harness run = Harness.whole(World.policy(Mode.WINDOW, Guarantee.of(k), World.EVER), together);
    return run.decided.stream()
        .filter(one -> one.outcome() instanceof Outcome.Released)
        .map(Decided::id)
        .collect(Collectors.toSet());
  }

  /** I13: with k = 1 everybody is shown as they are. */
  @Property(tries = 100)
  void i13_k1_isTheIdentityOnTheGrid(@ForAll("streams") List<Step> steps, @ForAll Mode mode) {
    Harness run = Harness.whole(World.policy(mode, Guarantee.of(1), World.EVER), steps);
    for (Decided one : run.decided) {
      Outcome.Released released = (Outcome.Released) one.outcome();
      assertThat(released.box().from()).isEqualTo(released.row().point());
      assertThat(released.box().to()).isEqualTo(released.row().point());
    }
  }
}
