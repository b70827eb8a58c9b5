package dev.weir.operators.file;

import dev.weir.config.problem.Location;
import dev.weir.operators.record.SourceRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A source file that knows whether there is a next record by having read it. */
final class ReadAheadFile implements SourceFile {

  /** Where the records come from. */
  interface Records extends Closeable {

    /** The next record; null at the end. */
    @Nullable SourceRecord read() throws IOException;
  }

  private final String file;
  private final Records records;
  private @Nullable SourceRecord ahead;

  /**
   * @param file as the user named it
   */
  ReadAheadFile(String file, Records records) {
    this.file = file;
    this.records = records;
  }

  @Override
  public boolean hasNext() {
    if (ahead == null) {
      ahead = read();
    }
    return ahead != null;
  }

  @Override
  public SourceRecord next() {
    SourceRecord record = hasNext() ? ahead : null;
    if (record == null) {
      throw new NoSuchElementException();
    }
    ahead = null;
    return record;
  }

  private @Nullable SourceRecord read() {
    try {
      return records.read();
    } catch (IOException broken) {
      throw InputException.unreadable(Location.start(file), broken);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
