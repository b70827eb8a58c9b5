package dev.weir.jobs.start;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.DefaultOperatorStateBackend;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.OperatorStateBackend;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.streaming.api.graph.StreamGraphHasherV2;

/**
 * The lists that an operator left in a checkpoint or savepoint, read without starting anything.
 *
 * @param path of the checkpoint or savepoint
 */
record SavedOperator(String path, String uid) {

  /** One list of an operator. */
  interface Reading<T> {
    List<T> read(OperatorStateBackend state) throws Exception;
  }

  /**
   * Of every subtask that wrote it; none if there is no such operator in it.
   *
   * @throws IOException if it cannot be read
   */
  <T> List<T> read(Reading<T> reading) throws IOException {
    OperatorID id = new OperatorID(StreamGraphHasherV2.generateUserSpecifiedHash(uid));
    List<OperatorStateHandle> handles = new ArrayList<>();
    for (OperatorState operator : metadata().getOperatorStates()) {
      if (operator.getOperatorID().equals(id)) {
        operator
            .getSubtaskStates()
            .values()
            .forEach(subtask -> handles.addAll(subtask.getManagedOperatorState()));
      }
    }
    return handles.isEmpty() ? List.of() : read(handles, reading);
  }

  private CheckpointMetadata metadata() throws IOException {
    Path file = RetainedCheckpoints.metadata(path);
    try (DataInputStream in = new DataInputStream(file.getFileSystem().open(file))) {
      return Checkpoints.loadCheckpointMetadata(in, classes(), file.getParent().toString());
    }
  }

  private <T> List<T> read(List<OperatorStateHandle> handles, Reading<T> reading)
      throws IOException {
    DefaultOperatorStateBackend state =
        new DefaultOperatorStateBackendBuilder(
                classes(), new ExecutionConfig(), false, handles, new CloseableRegistry())
            .build();
    try (state) {
      return reading.read(state);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the state of " + uid + " cannot be read", e);
    } finally {
      state.dispose();
    }
  }

  private static ClassLoader classes() {
    return SavedOperator.class.getClassLoader();
  }
}
