package dev.weir.jobs.file;

import dev.weir.operators.file.SourceFile;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A file as a source that ends: one split, read from front to back, so that order is kept. */
final class FileInput implements Source<SourceRecord, WholeFile, WholeFile> {
  private static final long serialVersionUID = 1L;

  /** Opens the file on the machine that reads it. */
  interface Opener extends Serializable {
    SourceFile open();
  }

  private final Opener opener;

  FileInput(Opener opener) {
    this.opener = opener;
  }

  /** A file of the forms that {@link SourceFile} reads. */
  static FileInput of(Path file, Shape.Fields shape, RecordLimits limits, WallClock clock) {
    String name = file.toString();
    return new FileInput(
        () ->
            SourceFile.open(
                Path.of(name),
                shape,
                new SourceFile.FileLimits(limits.recordBytes(), limits.depth()),
                clock::millis));
  }

  /** Opens and closes it, so that what is wrong with its beginning shows before a job starts. */
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
