package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ReleasePlan;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;

/**
 * I10: of a row that is suppressed nobody sees anything but that it is one more: neither its
 * quasi-identifiers nor whatever else it holds change anything that comes out of the stage, and
 * when it is decided no byte of it is left.
 */
class CohortSuppressionTest {

  private static final int EVENTS = 60;
  private static final long CUT = 50;
  private static final String MARK = "only this row says so: ";

  /**
   * Everything that the stage shows.
   *
   * @param rows offset, place, time, key, headers and value
   * @param figures metrics and accumulators, by name
   * @param state all bytes of a savepoint
   */
  private record Shown(List<String> rows, Map<String, String> figures, String state) {}

  /** Below the cut there are crowds; above it two people come again and again. */
  private static Shown run(long seed, long secret, boolean paced) throws Exception {
    Random random = new Random(seed);
    Random hidden = new Random(secret);
    ReleasePlan release = CohortHarness.cut(paced ? "PT0.3S" : null, Long.toString(CUT));
    try (CohortHarness harness =
        new CohortHarness(release, () -> CohortHarness.NOW, true, 1, 0, null)) {
      for (int event = 0; event < EVENTS; event++) {
        boolean alone = random.nextInt(4) == 0;
        long person = alone ? 100 + random.nextInt(2) : random.nextInt(20);
        long age = alone ? CUT + hidden.nextInt(40) : person * 7 % 40;
        String more = ",\"note\":\"" + (alone ? MARK + hidden.nextInt(1_000_000) : "n") + "\"";
        harness.offer(event, person, age, CohortHarness.NOW, more);
        harness.passTo(event * 100);
      }
      harness.passTo(EVENTS * 100 + 2 * CohortHarness.HOLD);
      harness.checkpoint(1);
      harness.passTo(EVENTS * 100 + 4 * CohortHarness.HOLD);
      assertThat(harness.tally().withheld()).containsOnlyKeys("no_crowd");
      assertThat(harness.out()).isNotEmpty();
      return new Shown(rows(harness), figures(harness), text(harness.savepoint(2)));
    }
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void whatASuppressedRowHolds_changesNothing_andIsGone(
      @ForAll long seed, @ForAll long one, @ForAll long other, @ForAll boolean paced)
      throws Exception {
    Shown shown = run(seed, one, paced);
    Shown otherwise = run(seed, other, paced);
    assertThat(otherwise.rows()).containsExactlyInAnyOrderElementsOf(shown.rows());
    assertThat(otherwise.figures()).isEqualTo(shown.figures());
    for (Shown each : List.of(shown, otherwise)) {
      assertThat(each.rows()).noneMatch(row -> row.contains(MARK));
      assertThat(each.figures().toString()).doesNotContain(MARK);
      assertThat(each.state()).doesNotContain(MARK);
    }
  }

  private static List<String> rows(CohortHarness harness) {
    List<String> rows = new ArrayList<>();
    for (OutputRecord record : harness.out()) {
      rows.add(record.offset() + " " + new String(record.value(), StandardCharsets.UTF_8));
    }
    return rows;
  }

  private static Map<String, String> figures(CohortHarness harness) {
    Map<String, String> figures = new TreeMap<>();
    harness.metrics.all().forEach((name, metric) -> figures.put(name, figure(metric)));
    Accumulated.of(harness.flink).forEach((name, value) -> figures.put(name, value.toString()));
    return figures;
  }

  private static String figure(Metric metric) {
    if (metric instanceof Gauge<?> gauge) {
      return String.valueOf(gauge.getValue());
    }
    return metric instanceof Counter counter
        ? Long.toString(counter.getCount())
        : Long.toString(((Histogram) metric).getCount());
  }

  private static String text(OperatorSubtaskState state) throws Exception {
    StringBuilder text = new StringBuilder();
    for (KeyedStateHandle handle : state.getManagedKeyedState()) {
      try (InputStream in = ((KeyGroupsStateHandle) handle).openInputStream()) {
        text.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
