package dev.weir.privacy.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.measure.Terms.Shared;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.opendp.OpenDpException;
import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import dev.weir.privacy.totals.Running;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Seeded terms from all over the numbers, good and bad: each is refused by an exception, or its
 * noise costs what was given for it and no more. Never an error, nor a wait, nor a number without
 * noise.
 */
@NeedsOpenDp
class AnyParametersTest {

  private static final int TRIES = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<Integer> COUNTS =
      List.of(
          1, 1, 1, 2, 3, 10, 1000, 0, -1, 1 << 20, 1 << 21, Integer.MAX_VALUE, Integer.MIN_VALUE);
  private static final List<Double> LOSSES =
      List.of(
          1.0,
          1.0,
          0.5,
          4.0,
          1e-3,
          1e6,
          1e-12,
          0.0,
          -0.0,
          -1.0,
          1e7,
          Double.NaN,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);
  private static final List<Double> CHANCES =
      List.of(
          1e-6,
          1e-6,
          1e-3,
          0.4,
          1e-29,
          1e-31,
          1e-300,
          1e-320,
          0.0,
          1.0,
          -1.0,
          Double.NaN,
          0.999999,
          Double.POSITIVE_INFINITY);
  private static final List<String> NUMBERS =
      List.of(
          "0", "0", "1", "10", "100", "-5", "0.01", "1e12", "-1e12", "1e300", "-1e300", "1e-9",
          "1e40", "1e-60");

  private final Random random = new Random(20261127);
  private int released;
  private int refused;

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private BigDecimal number() {
    return new BigDecimal(one(NUMBERS));
  }

  private FixedPoint values() {
    return new FixedPoint(number(), number(), number());
  }

  private Measure measure() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Count();
      case 2 -> new People();
      case 3 -> new Sum(values());
      case 4 -> new Mean(values());
      case 5 -> new Variance(values());
      case 6 -> new Histogram(List.of(number(), number(), number()));
      default -> new Quantile(List.of(one(CHANCES)), values(), one(COUNTS));
    };
  }

  private Terms terms() {
    List<Shared> measures = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      measures.add(new Shared("m" + i, measure(), random.nextInt(4) > 0 ? 1 : one(LOSSES)));
    }
    return new Terms(
        measures,
        new Contribution(one(COUNTS), one(COUNTS)),
        one(COUNTS),
        new EpsilonDelta(one(LOSSES), one(CHANCES)),
        random.nextInt(4) == 0);
  }

  /** What a stream may have added, however much. */
  private long[] cells(Terms terms) {
    long[] cells = new long[terms.cells()];
    for (int i = 0; i < cells.length; i++) {
      long any = random.nextLong();
      cells[i] = random.nextInt(4) > 0 ? any >> random.nextInt(64) : one(EXTREMES);
    }
    return cells;
  }

  private static final List<Long> EXTREMES =
      List.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L << 62, -(1L << 62), (1L << 62) + 1);

  /** An exception of ours, or of arithmetic that would be wrong; null. */
  private <T> @Nullable T tried(Supplier<T> what) {
    try {
      T done = what.get();
      released++;
      return done;
    } catch (IllegalArgumentException
        | ArithmeticException
        | IllegalStateException
        | OpenDpException bad) {
      refused++;
      assertThat(bad.getMessage()).as("says something").isNotBlank();
      return null;
    }
  }

  private void enough() {
    System.out.printf("%d released, %d refused%n", released, refused);
    assertThat(released).isGreaterThan(50);
    assertThat(refused).isGreaterThan(TRIES / 100);
  }

  @Test
  void anyTerms_areRefused_orCostNoMoreThanTheirBudget() {
    for (int i = 0; i < TRIES; i++) {
      assertTimeoutPreemptively(PATIENCE, this::window);
    }
    enough();
  }

  private void window() {
    Mechanism mechanism = tried(() -> Mechanism.of(terms()));
    if (mechanism == null) {
      return;
    }
    Terms terms = mechanism.terms();
    Rho all = mechanism.window().times(terms.windows());
    assertThat(Conversion.epsilon(all, terms.conversion()))
        .isLessThanOrEqualTo(terms.budget().epsilon());
    assertThat(mechanism.expected()).allMatch(AnyParametersTest::isNoised);
    if (small(terms)) {
      List<List<Figure>> figures =
          tried(() -> mechanism.release(OpenDp.load(), List.of(cells(terms), cells(terms))));
      finite(figures);
    }
    if (terms.discovers()) {
      long[] people = {random.nextLong() >> random.nextInt(64), 1, one(EXTREMES)};
      int[] told = tried(() -> mechanism.discovered(OpenDp.load(), people));
      assertThat(mechanism.threshold()).isGreaterThan(2);
      assertThat(told == null || told.length <= people.length).isTrue();
    }
  }

  @Test
  void anyRunningTotals_areRefused_orNoised() {
    for (int i = 0; i < TRIES; i++) {
      assertTimeoutPreemptively(PATIENCE, this::running);
    }
    enough();
  }

  private void running() {
    int steps = one(COUNTS);
    RunningMechanism mechanism =
        tried(() -> RunningMechanism.of(terms(), Math.min(steps, 1 << 21)));
    if (mechanism == null) {
      return;
    }
    Terms terms = mechanism.terms();
    assertThat(Conversion.epsilon(mechanism.period(), terms.conversion()))
        .isLessThanOrEqualTo(terms.budget().epsilon());
    assertThat(mechanism.expected(1)).allMatch(AnyParametersTest::isNoised);
    List<List<Running>> now = new ArrayList<>(List.of(mechanism.start()));
    for (int step = 0; step < 2 && small(terms); step++) {
      finite(tried(() -> mechanism.release(OpenDp.load(), now, List.of(cells(terms)))));
    }
  }

  /** State that no totals left, or that a file was changed in. */
  @Test
  void stateOfTotalsThatIsNone_isRefused() {
    List<BigInteger> exact = Running.start().exact();
    List<Double> published = Running.start().published();
    assertThat(tried(() -> new Running(-1, exact, published, 0))).isNull();
    assertThat(tried(() -> new Running(0, List.of(), published, 0))).isNull();
    assertThat(tried(() -> new Running(0, exact, List.of(), 0))).isNull();
  }

  private static boolean small(Terms terms) {
    return terms.cells() <= 5_000;
  }

  private static boolean isNoised(Expected expected) {
    return expected.within() >= 0 && Double.isFinite(expected.within());
  }

  private static void finite(@Nullable List<List<Figure>> figures) {
    if (figures != null) {
      figures.forEach(
          group ->
              group.forEach(
                  figure ->
                      assertThat(figure.estimates())
                          .allMatch(told -> Double.isFinite(told.value()))
                          .allMatch(told -> told.low() <= told.high())));
    }
  }
}
