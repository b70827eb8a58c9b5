package dev.weir.operators.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.keys.KeyName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils;
import org.apache.flink.runtime.messages.Acknowledge;
import org.apache.flink.runtime.operators.coordination.CoordinatorStore;
import org.apache.flink.runtime.operators.coordination.CoordinatorStoreImpl;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator.SubtaskGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.junit.jupiter.api.Test;

class ControlCoordinatorTest {

  private static final Command COMMAND =
      new Command.KeyEnable(new KeyName("acme", KeyUse.SHIFT, 1));

  private final MemoryLog log = MemoryLog.create();
  private final CoordinatorStore store = new CoordinatorStoreImpl();

  /** Keeps what it is sent. */
  private record Subtask(int number, List<Boundary> told) implements SubtaskGateway {
    @Override
    public CompletableFuture<Acknowledge> sendEvent(OperatorEvent event) {
      told.add((Boundary) event);
      return CompletableFuture.completedFuture(Acknowledge.get());
    }

    @Override
    public ExecutionAttemptID getExecution() {
      return ExecutionGraphTestUtils.createExecutionAttemptId();
    }

    @Override
    public int getSubtask() {
      return number;
    }
  }

  private static Subtask ready(ControlCoordinator coordinator, int number) {
    Subtask subtask = new Subtask(number, new ArrayList<>());
    coordinator.executionAttemptReady(number, 0, subtask);
    return subtask;
  }

  private static void checkpoint(ControlCoordinator coordinator, long id) {
    CompletableFuture<byte[]> result = new CompletableFuture<>();
    coordinator.checkpointCoordinator(id, result);
    assertThat(result.join()).as("nothing is kept").isEmpty();
  }

  /** Two operators, of two products: else a partner's tokens would change at two checkpoints. */
  @Test
  void allSubtasksOfAllOperators_agreeOnOneOffset_forOneCheckpoint() {
    EndOfLog early = new EndOfLog(log.settings());
    EndOfLog late = new EndOfLog(log.settings());
    try (ControlCoordinator one = new ControlCoordinator(store, log.settings(), early);
        ControlCoordinator other = new ControlCoordinator(store, log.settings(), late)) {
      Subtask first = ready(one, 0);
      Subtask second = ready(one, 1);
      Subtask third = ready(other, 0);
      early.look();
      checkpoint(one, 1);
      log.send(COMMAND);
      late.look();
      checkpoint(other, 1);
      checkpoint(other, 2);
      checkpoint(one, 2);
      assertThat(first.told()).extracting(Boundary::offset).containsExactly(1L);
      assertThat(second.told()).isEqualTo(first.told());
      assertThat(third.told()).isEqualTo(first.told());
    }
  }

  /** An event to a task that has ended for good would restart the job. */
  @Test
  void whatASubtaskWasTold_isNotRepeated_butToItsNextAttempt() {
    EndOfLog end = new EndOfLog(log.settings());
    try (ControlCoordinator coordinator = new ControlCoordinator(store, log.settings(), end)) {
      Subtask first = ready(coordinator, 0);
      log.send(COMMAND);
      end.look();
      checkpoint(coordinator, 1);
      checkpoint(coordinator, 2);
      assertThat(first.told()).hasSize(1);
      coordinator.executionAttemptFailed(0, 0, null);
      Subtask second = ready(coordinator, 0);
      checkpoint(coordinator, 3);
      assertThat(second.told()).extracting(Boundary::offset).containsExactly(1L);
      assertThat(first.told()).hasSize(1);
    }
  }

  @Test
  void dateThatHasCome_isTold_withoutACommand() {
    long soon = System.currentTimeMillis() - 1;
    ControlSettings dated = log.settings(soon - 1, List.of(soon));
    try (ControlCoordinator coordinator =
        new ControlCoordinator(store, dated, new EndOfLog(dated))) {
      Subtask subtask = ready(coordinator, 0);
      checkpoint(coordinator, 1);
      checkpoint(coordinator, 2);
      assertThat(subtask.told())
          .singleElement()
          .satisfies(told -> assertThat(told.clock()).isGreaterThanOrEqualTo(soon));
    }
  }
}
