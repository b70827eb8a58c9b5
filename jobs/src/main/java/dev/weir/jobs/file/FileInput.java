package dev.weir.jobs.file;

import dev.weir.operators.file.SourceFile;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Files as a source that ends: one split, read from front to back, so that order is kept. */
final class FileInput implements Source<SourceRecord, WholeFile, WholeFile> {
  private static final long serialVersionUID = 1L;

  /** Opens the files on the machine that reads them. */
  interface Opener extends Serializable {
    SourceFile open();
  }

  private final Opener opener;

  FileInput(Opener opener) {
    this.opener = opener;
  }

  /** Files of the forms that {@link SourceFile} reads, one after another. */
  static FileInput of(List<Path> files, Shape.Fields shape, RecordLimits limits, WallClock clock) {
    List<String> names = files.stream().map(Path::toString).toList(); // a path does not serialize
    return new FileInput(
        () ->
            SourceFile.open(
                names.stream().map(Path::of).toList(),
                shape,
                new SourceFile.FileLimits(limits.recordBytes(), limits.depth()),
                clock::millis));
  }

  /** Opens and closes them, so that what is wrong with a beginning shows before a job starts. */
  void check() throws IOException {
    opener.open().close();
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<SourceRecord, WholeFile> createReader(SourceReaderContext context) {
    return new FileInputReader(context, opener);
  }

  @Override
  public SplitEnumerator<WholeFile, WholeFile> createEnumerator(
      SplitEnumeratorContext<WholeFile> context) {
    return new WholeFileEnumerator(context);
  }

  @Override
  public SplitEnumerator<WholeFile, WholeFile> restoreEnumerator(
      SplitEnumeratorContext<WholeFile> context, WholeFile checkpoint) {
    throw WholeFile.noCheckpoints();
  }

  @Override
  public SimpleVersionedSerializer<WholeFile> getSplitSerializer() {
    return new WholeFile.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<WholeFile> getEnumeratorCheckpointSerializer() {
    return new WholeFile.Serializer();
  }
}
