package dev.weir.privacy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.measure.Measure.Part;
import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * D1 over the cells: whatever one person does within the bounds, no part moves more than is said.
 */
class MeasureSensitivityTest {

  private static final FixedPoint SKEWED = values("-3", "10", "0.5");
  private static final List<Measure> ALL =
      List.of(
          new Count(),
          new People(),
          new Sum(values("0", "5", "0.01")),
          new Sum(SKEWED),
          new Mean(SKEWED),
          new Variance(SKEWED),
          new Histogram(List.of(new BigDecimal("0"), new BigDecimal("4"), new BigDecimal("5"))),
          new Quantile(List.of(0.5), SKEWED, 7));

  static FixedPoint values(String low, String high, String step) {
    return new FixedPoint(new BigDecimal(low), new BigDecimal(high), new BigDecimal(step));
  }

  /** A record: in which group, and its value in tenths; 200 stands for none. */
  record Given(int group, int tenths) {}

  @Property
  void onePerson_movesNoPartFurtherThanItsSensitivity(
      @ForAll @Size(max = 12) List<@IntRange(max = 799) Integer> records,
      @ForAll @IntRange(min = 1, max = 4) int mostRecords,
      @ForAll @IntRange(min = 1, max = 4) int mostGroups) {
    Contribution bounds = new Contribution(mostRecords, mostGroups);
    for (Measure measure : ALL) {
      long[][] cells = added(measure, records, mostRecords, mostGroups);
      int at = 0;
      for (Part part : measure.parts(bounds)) {
        assertThat(norm(cells, at, part.cells())).isLessThanOrEqualTo(part.sensitivity());
        assertThat(all(cells, at, part.cells())).isLessThanOrEqualTo(part.most());
        at += part.cells();
      }
      assertThat(at).isEqualTo(measure.cells());
    }
  }

  /** Of a person who is held to the bounds as the stream holds people to them. */
  private static long[][] added(
      Measure measure, List<Integer> records, int mostRecords, int mostGroups) {
    long[][] cells = new long[4][measure.cells()];
    Set<Integer> groups = new HashSet<>();
    int left = mostRecords;
    for (int record : records) {
      int group = record % 4;
      boolean room = groups.contains(group) || groups.size() < mostGroups;
      if (left > 0 && room) {
        left--;
        measure.add(code(measure, record / 4), groups.add(group), cells[group], 0);
      }
    }
    return cells;
  }

  private static long code(Measure measure, int tenths) {
    boolean counts = measure instanceof Count || measure instanceof People;
    return counts || tenths == 199
        ? Measure.ABSENT
        : measure.code(BigDecimal.valueOf(tenths - 60, 1));
  }

  private static double norm(long[][] cells, int at, int width) {
    double squares = 0;
    for (long[] group : cells) {
      for (long cell : Arrays.copyOfRange(group, at, at + width)) {
        squares += (double) cell * cell;
      }
    }
    return Math.sqrt(squares);
  }

  private static long all(long[][] cells, int at, int width) {
    long all = 0;
    for (long[] group : cells) {
      for (long cell : Arrays.copyOfRange(group, at, at + width)) {
        all += Math.abs(cell);
      }
    }
    return all;
  }
}
