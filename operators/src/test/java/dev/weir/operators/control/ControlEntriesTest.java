package dev.weir.operators.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.state.ControlEntryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlEntriesTest {

  private static final ControlState STATE =
      new ControlState(
          new Boundary(7, 1_000),
          5,
          Map.of("acme/one-way", "0123456789abcdef"),
          Map.of("acme/one-way/1", "2026-11-26T12:00:00Z"),
          Map.of("fedcba9876543210", "acme/one-way/2 2026-11-26T12:00:00Z"));

  @Test
  void stateThatIsWritten_isReadBack() {
    assertThat(ControlEntries.state(ControlEntries.of(STATE))).isEqualTo(STATE);
    assertThat(ControlEntries.state(List.of())).isEqualTo(ControlState.NONE);
  }

  /** What is not known may forbid something. */
  @Test
  void stateOfANewerWeir_isRefused_byTheKindThatNobodyKnows() {
    List<ControlEntryState> entries = new ArrayList<>(ControlEntries.of(STATE));
    entries.add(new ControlEntryState("forbidden", "acme", "all"));
    assertThatThrownBy(() -> ControlEntries.state(entries))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a newer Weir ([forbidden])");
  }
}
