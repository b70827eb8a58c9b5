package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.record.OutputRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * I11 and I13 on the operator, by what leaves it: the loss that the owner is told is that of the
 * rows, and neither who people are nor where the scale begins changes what becomes of them.
 */
class CohortMetamorphosisTest {

  private static final int PEOPLE = 30;
  private static final int EVENTS = 90;

  /** What the loss of a run of ages is measured by, as of all integers. */
  private static final double USUAL = 100;

  /** From one age to another, both in it. */
  private record Box(long from, long to) {

    static Box of(JsonNode shown) {
      return shown.isObject()
          ? new Box(shown.get("from").asLong(), shown.get("to").asLong())
          : new Box(shown.asLong(), shown.asLong());
    }

    Box moved(long by) {
      return new Box(from + by, to + by);
    }

    double loss() {
      return (to - from) / USUAL;
    }
  }

  /**
   * One run.
   *
   * @param boxes by event, of those that have left
   * @param loss as the owner is told
   */
  private record Run(Map<Long, Box> boxes, double loss) {}

  private static long person(long event, long seed) {
    return new Random(seed * 31 + event).nextInt(PEOPLE);
  }

  private static Run run(long seed, int k, LongUnaryOperator name, long shift) throws Exception {
    return run(seed, k, name, shift, event -> CohortHarness.NOW);
  }

  private static Run run(
      long seed, int k, LongUnaryOperator name, long shift, LongUnaryOperator time)
      throws Exception {
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.STABLE, k, "form"),
            () -> CohortHarness.NOW,
            true,
            1,
            0,
            null)) {
      for (long event = 0; event < EVENTS; event++) {
        long person = person(event, seed);
        long age = person * 7 % 40 + event % 2 + shift;
        harness.offer(event, name.applyAsLong(person), age, time.applyAsLong(event), "");
        harness.passTo(event * 50);
      }
      harness.passTo(EVENTS * 50 + CohortHarness.HOLD);
      harness.checkpoint(1);
      Map<Long, Box> boxes = new TreeMap<>();
      for (OutputRecord row : harness.out()) {
        boxes.put(row.offset(), Box.of(CohortHarness.json(row).get("age")));
      }
      return new Run(boxes, harness.metrics.value("field.age.loss"));
    }
  }

  private static Run run(long seed, int k) throws Exception {
    return run(seed, k, person -> person, 0);
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void i11_lossThatTheOwnerIsTold_isThatOfTheRows(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int k) throws Exception {
    Run run = run(seed, k);
    assertThat(run.boxes()).isNotEmpty();
    double mean = run.boxes().values().stream().mapToDouble(Box::loss).average().orElseThrow();
    assertThat(run.loss()).isCloseTo(mean, within(1e-12));
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void i13_otherSubjects_sameBoxes(@ForAll long seed) throws Exception {
    List<Long> names = new ArrayList<>(LongStream.range(1_000, 1_000 + PEOPLE).boxed().toList());
    Collections.shuffle(names, new Random(seed));
    assertThat(run(seed, 3, person -> names.get((int) person), 0)).isEqualTo(run(seed, 3));
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void i13_shiftedNumbers_shiftedBoxes(
      @ForAll long seed, @ForAll @LongRange(min = -50, max = 50) long shift) throws Exception {
    Map<Long, Box> shifted = run(seed, 3, person -> person, shift).boxes();
    Map<Long, Box> expected = new TreeMap<>();
    run(seed, 3).boxes().forEach((event, box) -> expected.put(event, box.moved(shift)));
    assertThat(shifted).isEqualTo(expected);
  }

  /** A late row is a row: the time it happened at, and its order in that, decide nothing. */
  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void lateRows_sameBoxes(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<Long> times =
        random
            .longs(EVENTS, CohortHarness.NOW - Duration.ofDays(400).toMillis(), CohortHarness.NOW)
            .boxed()
            .toList();
    assertThat(run(seed, 3, person -> person, 0, event -> times.get((int) event)))
        .isEqualTo(run(seed, 3));
  }

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void i13_k1_isTheIdentityOnTheGrid(@ForAll long seed) throws Exception {
    Map<Long, Box> boxes = run(seed, 1).boxes();
    assertThat(boxes).hasSize(EVENTS);
    boxes.forEach(
        (event, box) -> {
          long age = person(event, seed) * 7 % 40 + event % 2;
          assertThat(box).isEqualTo(new Box(age, age));
        });
  }

  /** Two runs of one stream; in neither is a class smaller than what was asked of it. */
  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void i13_largerK_boundsEveryClass(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 5) int k,
      @ForAll @IntRange(min = 1, max = 6) int more)
      throws Exception {
    for (int required : new int[] {k, k + more}) {
      Map<Box, Set<Long>> classes = new HashMap<>();
      run(seed, required)
          .boxes()
          .forEach(
              (event, box) ->
                  classes.computeIfAbsent(box, unseen -> new HashSet<>()).add(person(event, seed)));
      assertThat(classes.values()).isNotEmpty().allMatch(people -> people.size() >= required);
    }
  }
}
