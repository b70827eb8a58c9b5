package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.crowd.Guarantee;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** An event that comes more than once is of one person all the same. */
class DuplicatesTest {

  @Provide
  Arbitrary<List<Step>> streamsWithErasures() {
    return Step.streams(true);
  }

  /** The same event once more counts for nobody: each leaves as it would have alone. */
  @Property(tries = 300)
  void duplicates_atOnce_changeNoBox(
      @ForAll("streamsWithErasures") List<Step> steps,
      @ForAll @IntRange(min = 1, max = 5) int k,
      @ForAll @IntRange(min = 2, max = 4) int times) {
    Policy policy = World.policy(Mode.STABLE, World.diverse(k, 2, false), World.EVER);
    List<Step> repeated =
        steps.stream()
            .flatMap(
                step -> IntStream.range(0, times).mapToObj(time -> time == 0 ? step : step.again()))
            .toList();
    Map<Integer, String> alone = Harness.whole(policy, steps).fates();
    Map<Integer, String> among = Harness.whole(policy, repeated).fates();
    among.forEach((id, fate) -> assertThat(fate).isEqualTo(alone.get(id / times)));
    assertThat(among).hasSize(times * alone.size());
  }

  /** However often fewer than k people come, and however late once more, nobody sees any. */
  @Property(tries = 300)
  void duplicates_everSoLate_makeNoCrowd(
      @ForAll("streamsWithErasures") List<Step> steps, @ForAll Mode mode, @ForAll boolean paced) {
    Policy policy = World.policy(mode, Guarantee.of(4), World.EVER, paced && mode == Mode.STABLE);
    List<Step> few =
        steps.stream()
            .map(s -> new Step(s.gap(), s.person() % 3, s.variation(), s.value(), s.erased()))
            .toList();
    assertThat(Harness.whole(policy, few).decided)
        .allMatch(one -> one.outcome() instanceof Outcome.Suppressed);
  }
}
