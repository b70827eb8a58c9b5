package dev.weir.bench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bench.orders.OrderFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  /** The median of the rounds' ratios, 2.0 3.0 1.5, is not the ratio of the medians, 6/4. */
  @Test
  void ratios_areOfOneRound_andTheirMedianIsShown() {
    List<Map<Job, PassResult>> rounds = List.of(round(2, 4), round(4, 12), round(4, 6));
    assertThat(new Report(OrderFormat.JSON, rounds).markdown())
        .contains(
            "| client CPU per record / identity job | 5.00 (5.00..10.00) | 2.00 (1.50..3.00) |")
        .contains(
            "| weir | 250k (250..250) | 6.00 (4.00..12.00) | 0.50 (0.50..0.50) | 1.00 (1.00..1.00) |");
  }

  /** Microseconds of client processor time that a record took. */
  private static Map<Job, PassResult> round(int identity, int weir) {
    return Map.of(Job.IDENTITY, result(identity), Job.NAIVE, result(20), Job.WEIR, result(weir));
  }

  private static PassResult result(long micros) {
    Cost small = new Cost(9, 9, 9, 9, 9);
    return new PassResult(1, new Cost(4_000, 1_000 * micros, 500, 1_000, 0), small);
  }

  @Test
  void othersProcessors_areWhatIsNotOurs() {
    Cost cost = new Cost(1_000, 1_100, 100, 300, 1_900);
    assertThat(new PassResult(1, cost, cost).othersProcessors()).isEqualTo(0.5);
  }

  @Test
  void tasksAndResults_surviveTheWayThroughTheirFiles(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("file");
    PassTask task =
        new PassTask(Job.NAIVE, OrderFormat.AVRO, "h:1", 2, "s", 3, "m", 4, "o", directory);
    task.write(file);
    assertThat(PassTask.read(file)).isEqualTo(task);
    PassResult result = new PassResult(5, new Cost(1, 2, 3, 4, 5), new Cost(6, 7, 8, 9, 10));
    result.write(file);
    assertThat(PassResult.read(file)).isEqualTo(result);
  }
}
