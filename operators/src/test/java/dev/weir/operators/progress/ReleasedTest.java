package dev.weir.operators.progress;

import static dev.weir.operators.progress.Progress.OUT;
import static dev.weir.operators.progress.Progress.released;
import static dev.weir.operators.progress.Progress.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.state.ProgressState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ReleasedTest {

  private static final Predicate<String> ALL = topic -> true;

  @Test
  void subtasksThatAreNoMore_areNotCountedTwice_onceTheirCountsWereTakenOver() {
    // From three to two: 0 took over what 2 had.
    Released topic =
        released(state(2, 8, 0, 2, 31, 9), state(2, 8, 1, 2, 12, 9), state(1, 7, 2, 3, 20, 5));
    assertThat(sum(topic)).isEqualTo(43);
  }

  @Test
  void subtaskThatHasNotCommittedSince_standsWithWhatItTookOver() {
    Released first =
        released(state(1, 7, 0, 3, 10, 5), state(1, 7, 1, 3, 11, 5), state(1, 7, 2, 3, 20, 5));
    Released half =
        released(state(2, 8, 0, 2, 31, 9), state(1, 7, 1, 3, 11, 5), state(1, 7, 2, 3, 20, 5));
    assertThat(sum(first)).isEqualTo(41);
    assertThat(sum(half)).isEqualTo(42);
  }

  @Test
  void gapOfOneSubtask_isItsOwnAlone_thoughItWasScaledBetween() {
    Released half =
        released(state(2, 8, 0, 2, 31, 9), state(1, 7, 1, 3, 11, 5), state(1, 7, 2, 3, 20, 5));
    List<ProgressState> saved = List.of(state(2, 8, 0, 2, 31, 9), state(2, 8, 1, 2, 15, 9));
    Comparison compared = Comparison.of(saved, half, ALL);
    assertThat(compared.wouldDouble()).isFalse();
    assertThat(compared.lost().records()).containsExactly(Map.entry(OUT, 4L));
    assertThat(compared.lost().sources())
        .containsExactly(Map.entry("payments.v2-1", new Amount.Span(5, 9)));
  }

  @Test
  void stateThatIsTheNewest_isWellAsItIs() {
    ProgressState[] both = {state(2, 8, 0, 2, 31, 9), state(2, 8, 1, 2, 12, 9)};
    Comparison compared = Comparison.of(List.of(both), released(both), ALL);
    assertThat(compared.wouldDouble() || compared.wouldLose() || compared.isUndecided()).isFalse();
  }

  @Test
  void startWithoutState_makesAgainWhatIsMadeOfTopicsThatItReads_andNothingElse() {
    Released topic = released(state(1, 7, 0, 2, 10, 5), state(1, 7, 1, 2, 11, 5));
    assertThat(Comparison.of(List.of(), topic, Progress.SOURCE::equals).wouldDouble()).isTrue();
    assertThat(Comparison.of(List.of(), topic, "moved"::equals).wouldDouble()).isFalse();
    ProgressState unknown =
        new ProgressState(
            "run-1", 1, 7, 0, 1, new TreeMap<>(Map.of(OUT, 3L)), Collections.emptySortedMap());
    assertThat(Comparison.of(List.of(), released(unknown), "moved"::equals).wouldDouble())
        .as("made of who knows what")
        .isTrue();
  }

  private static long sum(Released topic) {
    return topic.standing().stream()
        .mapToLong(state -> state.released().getOrDefault(OUT, 0L))
        .sum();
  }
}
