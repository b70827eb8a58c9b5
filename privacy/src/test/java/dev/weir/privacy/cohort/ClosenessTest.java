package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.cohort.Outcome.Released;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * I5 for closeness: in a window everybody is who waited in it, so a reader can judge by himself.
 */
class ClosenessTest {

  private static final double T = 0.3;

  @Provide
  Arbitrary<List<Step>> streams() {
    return Step.streams(false);
  }

  @Property(tries = 300)
  void i5_closeness_ofEachBoxToItsWindow(@ForAll("streams") List<Step> steps) {
    Harness run =
        new Harness(World.policy(Mode.WINDOW, World.close(2, T), World.EVER)).run(steps).finish();
    Map<Integer, List<Decided>> calls = new HashMap<>();
    run.decided.forEach(
        one -> calls.computeIfAbsent(one.call(), call -> new ArrayList<>()).add(one));
    Set<Integer> left = new HashSet<>();
    calls.keySet().stream()
        .sorted()
        .forEach(
            call -> {
              List<Decided> together = calls.getOrDefault(call, List.of());
              List<Row> waiting = waiting(run, left, call);
              judge(together, waiting);
              together.forEach(one -> left.add(one.id()));
            });
  }

  /** Arrived by then and not gone yet. */
  private static List<Row> waiting(Harness run, Set<Integer> left, int call) {
    return run.offered.keySet().stream()
        .filter(id -> !left.contains(id))
        .filter(id -> run.arrivalCalls.getOrDefault(id, Integer.MAX_VALUE) <= call)
        .map(run.offered::get)
        .toList();
  }

  private static void judge(List<Decided> together, List<Row> waiting) {
    Map<CohortId, List<Row>> boxes = new HashMap<>();
    for (Decided one : together) {
      if (one.outcome() instanceof Released released) {
        boxes.computeIfAbsent(released.cohort(), c -> new ArrayList<>()).add(released.row());
      }
    }
    double[] all = shares(waiting);
    for (List<Row> box : boxes.values()) {
      assertThat(distance(shares(box), all)).isLessThanOrEqualTo(T + 1e-9);
    }
  }

  /** Of the three values; each person and place counts once for each. */
  private static double[] shares(List<Row> rows) {
    Set<List<Object>> pairs = new HashSet<>();
    double[] shares = new double[3];
    for (Row row : rows) {
      if (pairs.add(List.of(row.subject(), row.point(), row.sensitive()))) {
        shares[(int) row.sensitive().get(0)]++;
      }
    }
    for (int value = 0; value < 3; value++) {
      shares[value] /= pairs.size();
    }
    return shares;
  }

  /** What has to be carried from each value that anybody has to the next one. */
  private static double distance(double[] some, double[] all) {
    double carried = 0;
    double sum = 0;
    int values = 0;
    for (int value = 0; value < 3; value++) {
      carried += some[value] - all[value];
      sum += all[value] > 0 ? Math.abs(carried) : 0;
      values += all[value] > 0 ? 1 : 0;
    }
    return values < 2 ? 0 : sum / (values - 1);
  }
}
