package dev.weir.privacy.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.risk.ClassSizes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diversity and closeness of occupations in classes of UCI Adult, as ARX 3.9.2 judges them. */
class ArxModelsTest {

  private static List<String> lines() {
    try (InputStream in = ArxModelsTest.class.getResourceAsStream("/adult/occupations.txt");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Crowd> crowds(String levels) {
    return lines().stream()
        .dropWhile(line -> !line.equals(levels.replace('-', ',')))
        .skip(1)
        .takeWhile(line -> line.contains(":"))
        .map(ArxModelsTest::crowd)
        .toList();
  }

  private static Crowd crowd(String line) {
    Crowd crowd = new Crowd(1);
    for (String part : line.split(" ", -1)) {
      Values occupation = Values.of(Codes.of(Long.parseLong(part.split(":")[0])));
      for (int n = Integer.parseInt(part.split(":")[1]); n > 0; n--) {
        crowd.join(occupation);
      }
    }
    return crowd;
  }

  private static double least(List<Crowd> crowds, ToDoubleFunction<Histogram> measure) {
    return crowds.stream()
        .mapToDouble(crowd -> measure.applyAsDouble(crowd.histogram(0)))
        .min()
        .orElseThrow();
  }

  private static int people(List<Crowd> crowds) {
    return crowds.stream().mapToInt(Crowd::people).sum();
  }

  private static int rowsWithout(List<Crowd> crowds, double entropyL) {
    Diversity rule = new Diversity(0, entropyL, true);
    return people(crowds.stream().filter(crowd -> !rule.holds(crowd)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "1-0-1-1-2-2-2-1, 387, 1, 5841630, 1, 1.0, 763, 0.995259, 28225",
    "1-1-1-1-3-2-2-1, 30, 16, 55170356, 7, 5.655068, 0, 0.431657, 2837",
    "1-4-1-0-3-2-2-1, 7, 21, 311880088, 9, 7.518477, 0, 0.258035, 848",
    "1-4-1-1-3-2-2-1, 2, 14086, 456853172, 14, 9.924715, 0, 0.131544, 0",
    "0-4-1-1-3-2-2-1, 4, 1492, 290180796, 13, 7.644610, 0, 0.255803, 9782"
  })
  void classes_ofATransformation(
      String levels,
      int count,
      int smallest,
      long dm,
      int distinct,
      double entropy,
      int rowsBelow5,
      double t,
      int rowsFarther) {
    List<Crowd> crowds = crowds(levels);
    Crowd everybody = new Crowd(1);
    crowds.forEach(everybody::joinAll);
    assertThat(everybody.people()).isEqualTo(30162);
    assertThat(crowds).hasSize(count);
    assertThat(crowds.stream().mapToInt(Crowd::people).min()).hasValue(smallest);
    ClassSizes sizes = ClassSizes.of(crowds.stream().map(Crowd::people).toList());
    assertThat(sizes.discernibility()).isEqualTo(dm);
    assertThat(least(crowds, Histogram::distinct)).isEqualTo(distinct);
    assertThat(least(crowds, Histogram::effective)).isCloseTo(entropy, within(5e-7));
    // two classes are at 5 exactly; ARX's rounding puts one of them below
    assertThat(rowsBelow5).isBetween(rowsWithout(crowds, 5), rowsWithout(crowds, 5 + 2e-9));
    Closeness close = new Closeness(0, 0.2, false);
    assertThat(crowds.stream().mapToDouble(crowd -> close.distance(crowd, everybody)).max())
        .hasValueCloseTo(t, within(5e-7));
    assertThat(people(crowds.stream().filter(crowd -> !close.holds(crowd, everybody)).toList()))
        .isEqualTo(rowsFarther);
  }
}
