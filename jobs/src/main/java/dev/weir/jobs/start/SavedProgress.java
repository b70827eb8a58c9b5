package dev.weir.jobs.start;

import dev.weir.operators.progress.ProgressOperator;
import dev.weir.operators.state.ProgressState;
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
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.streaming.api.graph.StreamGraphHasherV2;

/** What a checkpoint or savepoint says of the progress, read without starting anything. */
final class SavedProgress {

  private SavedProgress() {}

  /**
   * Of every subtask that wrote it; none if it was written by a build that knew no progress.
   *
   * @throws IOException if it cannot be read
   */
  static List<ProgressState> of(String path, String uid) throws IOException {
    OperatorID id = new OperatorID(StreamGraphHasherV2.generateUserSpecifiedHash(uid));
    List<OperatorStateHandle> handles = new ArrayList<>();
    for (OperatorState operator : metadata(path).getOperatorStates()) {
      if (operator.getOperatorID().equals(id)) {
        operator
            .getSubtaskStates()
            .values()
            .forEach(subtask -> handles.addAll(subtask.getManagedOperatorState()));
      }
    }
    return handles.isEmpty() ? List.of() : read(handles);
  }

  private static CheckpointMetadata metadata(String path) throws IOException {
    Path file = RetainedCheckpoints.metadata(path);
    try (DataInputStream in = new DataInputStream(file.getFileSystem().open(file))) {
      return Checkpoints.loadCheckpointMetadata(in, classes(), file.getParent().toString());
    }
  }

  private static List<ProgressState> read(List<OperatorStateHandle> handles) throws IOException {
    DefaultOperatorStateBackend state =
        new DefaultOperatorStateBackendBuilder(
                classes(), new ExecutionConfig(), false, handles, new CloseableRegistry())
            .build();
    try (state) {
      List<ProgressState> saved = new ArrayList<>();
      state.getUnionListState(ProgressOperator.PROGRESS).get().forEach(saved::add);
      return saved;
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the progress in it cannot be read", e);
    } finally {
      state.dispose();
    }
  }

  private static ClassLoader classes() {
    return SavedProgress.class.getClassLoader();
  }
}
