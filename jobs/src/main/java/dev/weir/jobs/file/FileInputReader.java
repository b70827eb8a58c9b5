package dev.weir.jobs.file;

import dev.weir.operators.file.SourceFile;
import dev.weir.operators.record.SourceRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Reads the file, one record a call. A file is always there: nothing is ever waited for. */
final class FileInputReader implements SourceReader<SourceRecord, WholeFile> {

  private final SourceReaderContext context;
  private final FileInput.Opener opener;
  private final CompletableFuture<Void> told = new CompletableFuture<>();
  private @Nullable SourceFile file;

  FileInputReader(SourceReaderContext context, FileInput.Opener opener) {
    this.context = context;
    this.opener = opener;
  }

  @Override
  public void start() {
    context.sendSplitRequest();
  }

  @Override
  public void addSplits(List<WholeFile> splits) {
    file = opener.open();
  }

  @Override
  public void notifyNoMoreSplits() {
    told.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<SourceRecord> out) {
    if (!told.isDone()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (file == null || !file.hasNext()) {
      return InputStatus.END_OF_INPUT;
    }
    out.collect(file.next());
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return told;
  }

  @Override
  public List<WholeFile> snapshotState(long checkpoint) {
    throw WholeFile.noCheckpoints();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
