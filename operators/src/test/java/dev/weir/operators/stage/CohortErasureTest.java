package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
      OperatorSubtaskState unused = harness.barrier(1);
      harness.complete(1);
      assertThat(harness.events()).containsExactly(1L, 3L);
      assertThat(harness.tally().withheld()).containsEntry("erased", 2L);
      harness.offer(5, 1, 30);
      harness.passTo(3 * CohortHarness.HOLD);
      OperatorSubtaskState more = harness.barrier(2);
      harness.complete(2);
      assertThat(harness.events()).as("the cohort has two people").containsExactly(1L, 3L);
      assertThat(harness.tally().withheld()).containsEntry("crowd_gone", 1L);
    }
  }

  /** I12: of homes, of rows that wait, of rows that are decided, and of rows that are paced. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void erasure_leavesNoByteOfThePerson_inTheNextCheckpoint(boolean isPaced) throws Exception {
    long erased = 0x5eed5eed5eed0001L;
    try (CohortHarness harness = isPaced ? CohortPaceTest.paced(null) : new CohortHarness(null)) {
      harness.offer(1, erased, 30);
      harness.offer(2, 2, 35);
      harness.offer(3, 3, 39);
      harness.passTo(CohortHarness.HOLD);
      harness.offer(4, erased, 80);
      assertThat(text(harness.savepoint(1))).contains(bytes(erased));
      if (isPaced) {
        harness.complete(1);
      }
      harness.forget(erased);
      assertThat(text(harness.savepoint(2))).doesNotContain(bytes(erased));
    }
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
