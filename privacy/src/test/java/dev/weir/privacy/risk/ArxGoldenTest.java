package dev.weir.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ARX 3.9.2 expects in its own tests over UCI Adult comes out of our measures. */
class ArxGoldenTest {

  private static final double EXACT = 1e-15;

  static List<String> lines(String name) {
    try (InputStream in = ArxGoldenTest.class.getResourceAsStream("/adult/" + name);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ClassSizes classes(String levels) {
    String line =
        lines("class-sizes.txt").stream()
            .filter(one -> one.startsWith(levels.replace('-', ',') + " "))
            .findFirst()
            .orElseThrow();
    NavigableMap<Integer, Long> sizes = new TreeMap<>();
    for (String part : line.substring(line.indexOf(' ') + 1).split(" ", -1)) {
      sizes.put(Integer.valueOf(part.split(":")[0]), Long.valueOf(part.split(":")[1]));
    }
    return new ClassSizes(sizes);
  }

  private static ClassSizes raw() {
    return classes("0-0-0-0-0-0-0-0-0");
  }

  @ParameterizedTest
  @CsvSource({
    "0-0-0-0-0-0-0-0-0, 19502, 1, 45, 115382, 23470, 30162",
    "1-0-1-1-3-2-2-0-1, 1498, 1, 165, 1415782, 906, 28336",
    "1-1-1-1-3-2-2-1-1, 90, 2, 1302, 19399310, 12, 866",
    "1-2-1-1-3-2-2-1-1, 48, 5, 2198, 36472972, 0, 441",
    "0-4-1-1-3-2-2-1-1, 12, 397, 5485, 102352340, 0, 0"
  })
  void classes_ofATransformation(
      String levels, long count, int smallest, int largest, long dm, long below5, long below100) {
    ClassSizes sizes = classes(levels);
    assertThat(sizes.rows()).isEqualTo(30162);
    assertThat(sizes.count()).isEqualTo(count);
    assertThat(sizes.smallest()).isEqualTo(smallest);
    assertThat(sizes.largest()).isEqualTo(largest);
    assertThat(sizes.discernibility()).isEqualTo(dm);
    assertThat(sizes.rowsInClassesBelow(5)).isEqualTo(below5);
    assertThat(sizes.rowsInClassesBelow(100)).isEqualTo(below100);
  }

  @Test
  void riskOfTheRawTable() {
    ProsecutorRisk risk = new ProsecutorRisk(raw());
    assertThat(risk.marketer()).isCloseTo(0.6465751607983555, within(EXACT));
    assertThat(risk.uniqueness()).isCloseTo(0.5142895033485844, within(EXACT));
    assertThat(risk.highest()).isEqualTo(1);
  }

  /** Classes of 2, 2 and 3 rows. */
  @Test
  void riskOfArxToyTable() {
    ProsecutorRisk risk = new ProsecutorRisk(ClassSizes.of(List.of(2, 2, 3)));
    assertThat(risk.marketer()).isCloseTo(0.42857142857142855, within(EXACT));
    assertThat(risk.highest()).isEqualTo(0.5);
    assertThat(risk.uniqueness()).isZero();
  }

  @Test
  void populationUniqueness_ofTheRawTable() {
    assertThat(new PopulationUniqueness(raw(), 0.1).zayatz())
        .isCloseTo(0.3207402393466189, within(1e-6));
    assertThat(new PopulationUniqueness(raw(), 0.1).pitman())
        .hasValueCloseTo(0.27684993883653597, within(1e-6));
    // ARX's rule of Dankar: Pitman's model up to a tenth, Zayatz above
    assertThat(new PopulationUniqueness(raw(), 0.01).pitman())
        .hasValueCloseTo(0.1446083531167384, within(1e-6));
    assertThat(new PopulationUniqueness(raw(), 0.2).zayatz())
        .isCloseTo(0.3577099234829125, within(1e-12));
  }

  @Test
  void sampleOfNearlyAll_hasItsOwnUniques_andNoFewerThanNone() {
    double own = raw().ofSize(1) / (double) raw().rows();
    assertThat(new PopulationUniqueness(raw(), 0.999999999999).zayatz())
        .isCloseTo(own, within(1e-6));
    ClassSizes pairs = ClassSizes.of(List.of(2, 2, 3));
    assertThat(new PopulationUniqueness(pairs, 0.999999999999).zayatz()).isZero();
  }

  @Test
  void releaseWithoutUniques_hasNoneInThePopulation() {
    ClassSizes sizes = classes("1-2-1-1-3-2-2-1-1");
    assertThat(new PopulationUniqueness(sizes, 0.1).zayatz()).isZero();
    assertThat(new PopulationUniqueness(sizes, 0.1).pitman()).hasValue(0);
  }
}
