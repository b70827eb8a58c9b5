package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterShareTest {

  private static final @Nullable Rejection GOOD = null;
  private static final Rejection BAD = Rejection.of(Reason.MALFORMED);

  @Test
  void nothingIsJudgedBeforeTheThousandthRecord() {
    DeadLetterShare share = new DeadLetterShare(0.05);
    assertThatCode(() -> add(share, BAD, 999)).doesNotThrowAnyException();
    assertThatThrownBy(() -> share.add(GOOD))
        .isInstanceOf(SuppressRestartsException.class)
        .cause()
        .hasMessageStartingWith("999 of the last 1000 records were dead-lettered")
        .hasMessageContaining("malformed 999");
  }

  @Test
  void exactlyTheShareIsAllowed() {
    DeadLetterShare share = new DeadLetterShare(0.05);
    add(share, BAD, 50);
    assertThatCode(() -> add(share, GOOD, 950)).doesNotThrowAnyException();
  }

  @Test
  void onlyTheLastThousandCount() {
    DeadLetterShare share = new DeadLetterShare(0.05);
    add(share, BAD, 50);
    add(share, GOOD, 1_000);
    assertThatCode(() -> add(share, BAD, 50)).doesNotThrowAnyException();
    assertThatThrownBy(() -> share.add(BAD)).isInstanceOf(SuppressRestartsException.class);
  }

  @Test
  void shareOfOne_neverEnds() {
    DeadLetterShare share = new DeadLetterShare(1);
    assertThatCode(() -> add(share, BAD, 5_000)).doesNotThrowAnyException();
  }

  @Property
  void endsExactlyWhenACountOverTheWindowSays(
      @ForAll @Size(min = 1_000, max = 1_600) @IntRange(max = 19) int[] fates) {
    DeadLetterShare share = new DeadLetterShare(0.05);
    int ended = -1;
    for (int i = 0; i < fates.length && ended < 0; i++) {
      try {
        share.add(fates[i] == 0 ? BAD : GOOD);
      } catch (SuppressRestartsException end) {
        ended = i;
      }
    }
    assertThat(ended).isEqualTo(expected(fates));
  }

  private static int expected(int[] fates) {
    for (int end = 1_000; end <= fates.length; end++) {
      int dead = 0;
      for (int i = end - 1_000; i < end; i++) {
        dead += fates[i] == 0 ? 1 : 0;
      }
      if (dead > 50) {
        return end - 1;
      }
    }
    return -1;
  }

  private static void add(DeadLetterShare share, @Nullable Rejection rejection, int times) {
    for (int i = 0; i < times; i++) {
      share.add(rejection);
    }
  }
}
