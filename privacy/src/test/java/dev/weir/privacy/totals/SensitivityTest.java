package dev.weir.privacy.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.budget.Rho;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is noised, before it is: whole numbers on a lattice. */
class SensitivityTest {

  /** One person, whoever else is there: as much as may be at one step, or spread over many. */
  @Property(tries = 300)
  void onePerson_movesTheLatticeNoFurtherThanIsSaid(
      @ForAll @IntRange(min = 1, max = 300) int steps,
      @ForAll @LongRange(min = 1, max = 1000) long most,
      @ForAll long seed) {
    moved(Totals.of(new Rho(1), most, steps), most, new Random(seed));
  }

  /** On a lattice as coarse as the values, where rounding is most of what a person moves. */
  @Property(tries = 300)
  void onePerson_movesACoarseLatticeNoFurtherThanIsSaid(
      @ForAll @IntRange(min = 1, max = 300) int steps, @ForAll long seed) {
    moved(Totals.of(new Rho(1), 3, new Decay(steps), 0), 3, new Random(seed));
  }

  /** In up to three groups: what is noised is one vector, of all groups' steps. */
  private static void moved(Totals totals, long most, Random random) {
    int steps = totals.steps();
    int groups = 1 + random.nextInt(3);
    long[][] without = new long[groups][];
    long[][] with = new long[groups][];
    for (int group = 0; group < groups; group++) {
      without[group] = random.longs(steps, -1000, 100_000).toArray();
      with[group] = without[group].clone();
    }
    int pieces = 1 + random.nextInt(3);
    for (int piece = 0; piece < pieces; piece++) {
      with[random.nextInt(groups)][random.nextInt(2) * random.nextInt(steps)] += most / pieces;
    }
    double squares = 0;
    for (int group = 0; group < groups; group++) {
      squares += squares(totals.lattice(without[group]), totals.lattice(with[group]));
    }
    assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(totals.sensitivity());
  }

  private static double squares(long[] one, long[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      squares += Math.pow(one[i] - other[i], 2);
    }
    return squares;
  }

  /** Each of three groups' roundings may move a point at every step, and none helps another. */
  @Test
  void roundingOfSeveralGroups_isHeldToo() {
    Decay decay = new Decay(300);
    double eachOfThree = decay.norm() + Math.sqrt(300);
    assertThat(Totals.of(new Rho(1), 3, decay, 0).sensitivity())
        .isGreaterThanOrEqualTo(Math.sqrt(3) * eachOfThree);
  }

  /** And the bound says something: who is there from the first step on comes close to it. */
  @Test
  void onePersonAtTheFirstStep_movesTheLatticeNearlySoFar() {
    Totals totals = Totals.of(new Rho(1), 1, 1000);
    long[] with = new long[1000];
    with[0] = 1;
    double squares = 0;
    for (long point : totals.lattice(with)) {
      squares += (double) point * point;
    }
    assertThat(Math.sqrt(squares)).isBetween(0.999 * totals.sensitivity(), totals.sensitivity());
  }

  /** Without noise the totals are the sums, but for what the lattice rounds. */
  @Property(tries = 100)
  void latticeWithoutNoise_givesTheSums(
      @ForAll @IntRange(min = 1, max = 2000) int steps, @ForAll long seed) {
    Totals totals = Totals.of(new Rho(1), 1, steps);
    long[] added = new Random(seed).longs(steps, -50, 1000).toArray();
    double[] published = totals.published(totals.lattice(added));
    long sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += added[i];
      assertThat(published[i]).isCloseTo(sum, within(0.01));
    }
  }

  @Test
  void coefficients_areNearlyThoseOfTheBestMatrix() {
    Decay decay = new Decay(8760);
    double best = 1;
    double[] power = new double[Decay.BUFFERS];
    java.util.Arrays.fill(power, 1);
    for (int k = 1; k < 8760; k++) {
      best *= (2.0 * k - 1) / (2 * k);
      double ours = 0;
      for (int i = 0; i < Decay.BUFFERS; i++) {
        power[i] *= decay.powerOf(i);
        ours += decay.weightOf(i) * power[i];
      }
      assertThat(ours).isCloseTo(best, within(0.02 * best));
    }
  }
}
