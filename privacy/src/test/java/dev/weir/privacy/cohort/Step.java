package dev.weir.privacy.cohort;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What happens next.
 *
 * @param gap how long after the step before
 * @param erased whether the person is erased, in place of a row
 */
record Step(int gap, int person, int variation, int value, boolean erased) {

  /** The same once more, at the same time. */
  Step again() {
    return new Step(0, person, variation, value, erased);
  }

  /** Few people so that they come again, many ticks at once now and then, one in twenty moved. */
  static Arbitrary<List<Step>> streams(boolean erasures) {
    Arbitrary<Integer> gaps =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(0, 2)),
            Tuple.of(1, Arbitraries.integers().between(10, 60)));
    Arbitrary<Integer> people =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 40)),
            Tuple.of(1, Arbitraries.integers().between(0, 3)));
    Arbitrary<Integer> variations = Arbitraries.frequency(Tuple.of(19, 0), Tuple.of(1, 1));
    Arbitrary<Boolean> erased = Arbitraries.frequency(Tuple.of(30, false), Tuple.of(1, erasures));
    return Combinators.combine(
            gaps, people, variations, Arbitraries.integers().between(0, 2), erased)
        .as(Step::new)
        .list()
        .ofMaxSize(150);
  }
}
