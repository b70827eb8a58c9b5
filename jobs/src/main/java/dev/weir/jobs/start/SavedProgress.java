package dev.weir.jobs.start;

import dev.weir.operators.progress.ProgressOperator;
import dev.weir.operators.state.ProgressState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a checkpoint or savepoint says of the progress. */
final class SavedProgress {

  private SavedProgress() {}

  /**
   * Of every subtask that wrote it; none if it was written by a build that knew no progress.
   *
   * @throws IOException if it cannot be read
   */
  static List<ProgressState> of(String path, String uid) throws IOException {
    return new SavedOperator(path, uid)
        .read(
            state -> {
              List<ProgressState> saved = new ArrayList<>();
              state.getUnionListState(ProgressOperator.PROGRESS).get().forEach(saved::add);
              return saved;
            });
  }
}
