package dev.weir.jobs.file;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives the file to the first reader that asks. */
final class WholeFileEnumerator implements SplitEnumerator<WholeFile, WholeFile> {

  private final SplitEnumeratorContext<WholeFile> context;
  private boolean given;

  WholeFileEnumerator(SplitEnumeratorContext<WholeFile> context) {
    this.context = context;
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    if (!given) {
      given = true;
      context.assignSplit(new WholeFile(), subtask);
    }
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void addSplitsBack(List<WholeFile> splits, int subtask) {
    throw WholeFile.noCheckpoints();
  }

  @Override
  public void addReader(int subtask) {}

  @Override
  public WholeFile snapshotState(long checkpoint) {
    throw WholeFile.noCheckpoints();
  }

  @Override
  public void close() {}
}
