package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weir.config.agreement.CohortMode;
import dev.weir.plan.CohortPlan.RiskBounds;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who is forgotten is gone from every part of the state. */
class CohortErasureTest {

  @Test
  void erasedPerson_isGone_whereTheyWait_whereTheyAreDecided_andWhereTheyAreAtHome()
      throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      harness.offer(4, 4, 90);
      harness.forget(4);
      harness.forget(2);
      harness.checkpoint(1);
      assertThat(harness.events()).as("two are no crowd").isEmpty();
      assertThat(harness.tally().withheld())
          .containsEntry("erased", 2L)
          .containsEntry("crowd_gone", 2L);
      harness.offer(5, 1, 30);
      harness.offer(6, 9, 33);
      harness.passTo(3 * CohortHarness.HOLD);
      harness.checkpoint(2);
      assertThat(harness.events()).as("nobody saw the crowd, and now it is two people").isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 2L);
    }
  }

  @ParameterizedTest
  @EnumSource(CohortMode.class)
  void crowdOfWhichOneIsErased_leaves_ifItIsOneWithoutThem(CohortMode mode) throws Exception {
    try (CohortHarness harness = CohortHarness.commanded(CohortHarness.release(mode), null)) {
      offerFour(harness);
      harness.passTo(CohortHarness.HOLD);
      harness.forget(2);
      harness.checkpoint(1);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 3L, 4L);
      assertThat(harness.tally().withheld()).containsExactly(entry("erased", 1L));
    }
  }

  @Test
  void batchOfWhichOneIsErased_doesNotLeave_ifItIsNoneWithoutThem() throws Exception {
    ReleasePlan release = CohortHarness.release(CohortMode.WINDOW);
    try (CohortHarness harness = CohortHarness.commanded(release, null)) {
      harness.crowd();
      harness.forget(2);
      harness.checkpoint(1);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld())
          .containsOnly(entry("erased", 1L), entry("crowd_gone", 2L));
    }
  }

  /** Word of a purge that the savepoint does not know comes at the start, ahead of a barrier. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void olderSavepoint_letsNothingOut_beforeAllWordOfPurgesHasCome(boolean isPaced)
      throws Exception {
    ReleasePlan release =
        CohortHarness.release(
            CohortMode.STABLE, CohortHarness.K, "form", isPaced ? "PT0.3S" : null);
    OperatorSubtaskState savepoint;
    try (CohortHarness harness = CohortHarness.commanded(release, null)) {
      offerFour(harness);
      harness.passTo(2 * CohortHarness.HOLD);
      savepoint = harness.savepoint(1);
    }
    try (CohortHarness harness = CohortHarness.commanded(release, savepoint)) {
      harness.passTo(3 * CohortHarness.HOLD);
      harness.offer(5, 2, 35);
      harness.offer(6, 1, 30);
      assertThat(harness.events()).isEmpty();
      harness.forget(2);
      harness.checkpoint(2);
      harness.passTo(4 * CohortHarness.HOLD);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 3L, 4L, 6L);
      assertThat(harness.events().indexOf(1L)).isLessThan(harness.events().indexOf(6L));
      harness.offer(7, 1, 30);
      harness.passTo(5 * CohortHarness.HOLD);
      assertThat(harness.events()).as("a member, as ever").endsWith(7L);
    }
  }

  private enum Watched {
    PLAIN(null, null),
    PACED("PT0.3S", null),
    WITH_RISK(null, new RiskBounds(BigDecimal.ONE, BigDecimal.ONE));

    private final @Nullable String pace;
    private final @Nullable RiskBounds risk;

    Watched(@Nullable String pace, @Nullable RiskBounds risk) {
      this.pace = pace;
      this.risk = risk;
    }

    private CohortHarness harness() throws Exception {
      ReleasePlan release =
          CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "form", pace, risk);
      return new CohortHarness(release, () -> CohortHarness.NOW, true, 1, 0, null);
    }
  }

  /**
   * I12: of homes, of rows that wait, that are decided, that are paced, and of what is measured.
   */
  @ParameterizedTest
  @EnumSource(Watched.class)
  void erasure_leavesNoByteOfThePerson_inTheNextCheckpoint(Watched watched) throws Exception {
    long erased = 0x5eed5eed5eed0001L;
    try (CohortHarness harness = watched.harness()) {
      harness.offer(1, erased, 30);
      harness.offer(2, 2, 35);
      harness.offer(3, 3, 39);
      harness.passTo(CohortHarness.HOLD);
      harness.offer(4, erased, 80);
      assertThat(text(harness.savepoint(1))).contains(bytes(erased));
      if (watched != Watched.PLAIN) {
        harness.complete(1);
      }
      harness.passTo(Duration.ofDays(30).toMillis());
      harness.offer(5, erased, 30);
      harness.forget(erased);
      assertThat(text(harness.savepoint(2))).doesNotContain(bytes(erased));
    }
  }

  /** One more than a crowd needs. */
  private static void offerFour(CohortHarness harness) throws Exception {
    harness.offer(1, 1, 30);
    harness.offer(2, 2, 35);
    harness.offer(3, 3, 39);
    harness.offer(4, 4, 39);
  }

  private static String text(OperatorSubtaskState state) throws IOException {
    StringBuilder text = new StringBuilder();
    for (KeyedStateHandle handle : state.getManagedKeyedState()) {
      try (InputStream in = ((KeyGroupsStateHandle) handle).openInputStream()) {
        text.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  private static String bytes(long half) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(half).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
