package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.cohort.Outcome.Released;
import dev.weir.privacy.crowd.Closeness;
import dev.weir.privacy.crowd.Guarantee;
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
import net.jqwik.api.constraints.IntRange;

/**
 * I5 for closeness. In a window everybody is who waited in it, so a reader can judge by himself; in
 * {@code stable} everybody is who came so far.
 */
class ClosenessTest {

  private static final double T = 0.3;

  @Provide
  Arbitrary<List<Step>> streams() {
    return Step.streams(false);
  }

  @Provide
  Arbitrary<List<Step>> streamsWithErasures() {
    return Step.streams(true);
  }

  @Property(tries = 300)
  void i5_closeness_ofEachCohort_wheneverRowsLeaveInIt(
      @ForAll("streamsWithErasures") List<Step> steps,
      @ForAll @IntRange(min = 1, max = 4) int k,
      @ForAll boolean ordered) {
    Guarantee close = new Guarantee(k, List.of(), List.of(new Closeness(0, T, ordered)));
    Harness run = new Harness(World.policy(Mode.STABLE, close, World.EVER)).run(steps).finish();
    assertThat(StableCloseness.distances(run, ordered)).allMatch(distance -> distance <= T + 1e-9);
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
    List<Long> all = values(waiting);
    for (List<Row> box : boxes.values()) {
      assertThat(EarthMover.distance(values(box), all, true)).isLessThanOrEqualTo(T + 1e-9);
    }
  }

  /** Each person and place counts once for each. */
  private static List<Long> values(List<Row> rows) {
    Set<List<Object>> pairs = new HashSet<>();
    List<Long> values = new ArrayList<>();
    for (Row row : rows) {
      if (pairs.add(List.of(row.subject(), row.point(), row.sensitive()))) {
        values.add(row.sensitive().get(0));
      }
    }
    return values;
  }
}
