package dev.weir.jobs.holders;

import dev.weir.operators.stage.TreatFunction;
import dev.weir.operators.state.KeyFingerprintState;
import dev.weir.operators.state.KeyFingerprintStateSerializer;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.OperatorStateHandle;

/** Reads which keys a checkpoint or savepoint was made with, without a job. */
final class KeysOfState {

  private KeysOfState() {}

  /**
   * The fingerprints.
   *
   * @param metadata a file {@code _metadata}
   * @throws IOException if it cannot be read, or is no metadata
   */
  static Set<String> fingerprints(Path metadata) throws IOException {
    Set<String> fingerprints = new TreeSet<>();
    for (OperatorState operator : read(metadata).getOperatorStates()) {
      for (OperatorSubtaskState subtask : operator.getStates()) {
        for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
          add(handle, fingerprints);
        }
      }
    }
    return fingerprints;
  }

  private static CheckpointMetadata read(Path metadata) throws IOException {
    String pointer = String.valueOf(metadata.getParent());
    try (DataInputStream in = new DataInputStream(metadata.getFileSystem().open(metadata))) {
      return Checkpoints.loadCheckpointMetadata(in, KeysOfState.class.getClassLoader(), pointer);
    } catch (IllegalArgumentException | IllegalStateException notOurs) {
      throw new IOException("it is no metadata", notOurs);
    }
  }

  private static void add(OperatorStateHandle handle, Set<String> fingerprints) throws IOException {
    OperatorStateHandle.StateMetaInfo found =
        handle.getStateNameToPartitionOffsets().get(TreatFunction.FINGERPRINTS_STATE);
    if (found == null) {
      return;
    }
    try (FSDataInputStream in = handle.openInputStream()) {
      for (long offset : found.getOffsets()) {
        in.seek(offset);
        KeyFingerprintState key =
            KeyFingerprintStateSerializer.INSTANCE.deserialize(new DataInputViewStreamWrapper(in));
        fingerprints.add(key.fingerprint());
      }
    }
  }
}
