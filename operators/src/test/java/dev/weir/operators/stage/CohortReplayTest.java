package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ReleasePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;

/**
 * I8: a stage that goes back to an earlier checkpoint, and is given what came since once more at
 * the same times, decides the same: every row leaves in the same box under the same token.
 */
class CohortReplayTest {

  private static final int TURNS = 16;
  private static final int PEOPLE = 20;

  /** Rows of these people, then time, then a checkpoint. */
  private record Turn(List<Long> people, long passing) {

    /** At the end so much time that every row is decided and leaves. */
    static List<Turn> some(Random random) {
      List<Turn> turns = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        List<Long> people = random.longs(random.nextInt(6), 1, PEOPLE).boxed().toList();
        turns.add(new Turn(people, random.nextInt(600)));
      }
      turns.addAll(Collections.nCopies(3, new Turn(List.of(), 3 * CohortHarness.HOLD)));
      return turns;
    }
  }

  /**
   * As a barrier passed.
   *
   * @param turns before it
   * @param left what had left by then, and is committed with it
   */
  private record Checkpoint(OperatorSubtaskState state, int turns, long now, List<String> left) {}

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void replay_decidesTheSame(@ForAll long seed, @ForAll CohortMode mode, @ForAll boolean paced)
      throws Exception {
    String pace = paced && mode == CohortMode.STABLE ? "PT0.3S" : null;
    ReleasePlan release = CohortHarness.release(mode, CohortHarness.K, "form", pace);
    Random random = new Random(seed);
    List<Turn> turns = Turn.some(random);
    List<Checkpoint> straight = life(release, turns, null);
    List<String> left = straight.get(turns.size() - 1).left();
    assertThat(left).isNotEmpty();
    List<Checkpoint> again = life(release, turns, straight.get(random.nextInt(TURNS)));
    assertThat(again.get(again.size() - 1).left()).containsExactlyInAnyOrderElementsOf(left);
  }

  /** From the start, or from a checkpoint, to the end. */
  private static List<Checkpoint> life(
      ReleasePlan release, List<Turn> turns, @Nullable Checkpoint from) throws Exception {
    OperatorSubtaskState state = from == null ? null : from.state();
    List<Checkpoint> checkpoints = new ArrayList<>();
    try (CohortHarness harness =
        new CohortHarness(release, () -> CohortHarness.NOW, true, 1, 0, state)) {
      long now = from == null ? 0 : from.now();
      harness.passTo(now);
      for (int turn = from == null ? 0 : from.turns(); turn < turns.size(); turn++) {
        offer(harness, turn, turns.get(turn).people());
        now += turns.get(turn).passing();
        harness.passTo(now);
        List<String> left = new ArrayList<>(from == null ? List.of() : from.left());
        OperatorSubtaskState barrier = harness.barrier(turn + 1);
        harness.out().forEach(record -> left.add(text(record)));
        checkpoints.add(new Checkpoint(barrier, turn + 1, now, left));
        harness.complete(turn + 1);
      }
    }
    return checkpoints;
  }

  private static void offer(CohortHarness harness, int turn, List<Long> people) throws Exception {
    for (int place = 0; place < people.size(); place++) {
      long person = people.get(place);
      harness.offer(turn * 10 + place, person, person * 7 % 30);
    }
  }

  private static String text(OutputRecord record) {
    return record.offset() + " " + new String(record.value(), StandardCharsets.UTF_8);
  }
}
