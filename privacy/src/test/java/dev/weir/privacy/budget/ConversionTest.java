package dev.weir.privacy.budget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Held against dp-accounting (Google's, in Python): figures.py made dp-accounting.csv. */
class ConversionTest {

  record Figure(List<Double> gaussians, double delta, double rdp, double exact) {

    static Figure of(String line) {
      String[] cells = line.split(",", -1);
      return new Figure(
          Stream.of(cells[0].split(" ")).map(Double::valueOf).toList(),
          Double.parseDouble(cells[1]),
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]));
    }

    Rho spent() {
      return gaussians.stream()
          .map(scale -> new Rho(Math.nextUp(1 / (2 * scale * scale))))
          .reduce(Rho.NOTHING, Rho::plus);
    }
  }

  static List<Figure> figures() throws IOException {
    InputStream file =
        Objects.requireNonNull(ConversionTest.class.getResourceAsStream("dp-accounting.csv"));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return lines.lines().skip(1).map(Figure::of).toList();
    }
  }

  @Test
  void figures_areAllThere() throws IOException {
    assertThat(figures()).hasSize(56);
  }

  /** dp-accounting looks at 20,000 orders, so it may tell a little more than we do. */
  @ParameterizedTest
  @MethodSource("figures")
  void epsilon_isDpAccountings(Figure figure) {
    double ours = Conversion.epsilon(figure.spent(), figure.delta());
    assertThat(ours).isCloseTo(figure.rdp(), within(1e-5 * figure.rdp() + 1e-12));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void epsilon_isNeverBelowTheGaussiansOwn(Figure figure) {
    double ours = Conversion.epsilon(figure.spent(), figure.delta());
    assertThat(ours).isGreaterThanOrEqualTo(figure.exact());
  }

  /** Values at δ = 1e-6 that were worked out by other means. */
  @ParameterizedTest
  @CsvSource({"0.01, 0.62169", "0.1, 2.14195", "0.5, 5.22153", "1, 7.76622"})
  void epsilon_isAsPublished(double rho, double epsilon) {
    assertThat(Conversion.epsilon(new Rho(rho), 1e-6)).isCloseTo(epsilon, within(2e-5));
  }

  @Property
  void rho_spendsNoMoreThanIsPromised_andNearlyAll(
      @ForAll @DoubleRange(min = -6, max = 3) double logEpsilon,
      @ForAll @DoubleRange(min = -30, max = -1) double logDelta) {
    EpsilonDelta promised = new EpsilonDelta(Math.pow(10, logEpsilon), Math.pow(10, logDelta));
    Rho rho = Conversion.rho(promised);
    assertThat(Conversion.epsilon(rho, promised.delta())).isLessThanOrEqualTo(promised.epsilon());
    Rho more = new Rho(rho.value() * (1 + 1e-6));
    assertThat(Conversion.epsilon(more, promised.delta())).isGreaterThan(promised.epsilon());
  }

  @Property
  void epsilon_growsWithRhoAndShrinksWithDelta(
      @ForAll @DoubleRange(min = -9, max = 3) double logRho,
      @ForAll @DoubleRange(min = -30, max = -1.1) double logDelta) {
    Rho rho = new Rho(Math.pow(10, logRho));
    double delta = Math.pow(10, logDelta);
    double epsilon = Conversion.epsilon(rho, delta);
    assertThat(Conversion.epsilon(rho.plus(rho), delta)).isGreaterThanOrEqualTo(epsilon);
    assertThat(Conversion.epsilon(rho, delta * 1.1)).isLessThanOrEqualTo(epsilon);
  }

  @Test
  void nonsense_isRefused() {
    for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Rho(bad)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new EpsilonDelta(bad, 0.1)).hasMessageContaining("epsilon");
      assertThatThrownBy(() -> new EpsilonDelta(1, bad)).hasMessageContaining("delta");
      assertThatThrownBy(() -> Conversion.epsilon(new Rho(1), bad)).hasMessageContaining("delta");
    }
    assertThat(Conversion.epsilon(Rho.NOTHING, 1e-9)).isZero();
  }
}
