package dev.weir.operators.file;

import dev.weir.config.problem.Problem;
import dev.weir.operators.record.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files read one after another; which one a record is of stands in its partition. */
final class FileSequence implements SourceFile {

  private final List<Path> files;
  private final Function<Path, SourceFile> opener;
  private int opened;
  private @Nullable SourceFile current;

  FileSequence(List<Path> files, Function<Path, SourceFile> opener) {
    this.files = List.copyOf(files);
    this.opener = opener;
  }

  /**
   * Opens and closes each, so that what is wrong with any beginning shows before a record is read.
   */
  void check() {
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        opener.apply(file).close();
      } catch (InputException refused) {
        problems.addAll(refused.problems());
      } catch (IOException onClosing) {
        throw new UncheckedIOException(onClosing);
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  @Override
  public boolean hasNext() {
    while (current == null || !current.hasNext()) {
      if (opened == files.size()) {
        return false;
      }
      closeCurrent();
      current = opener.apply(files.get(opened++));
    }
    return true;
  }

  @Override
  public SourceRecord next() {
    SourceFile file = hasNext() ? current : null;
    if (file == null) {
      throw new NoSuchElementException();
    }
    SourceRecord record = file.next();
    int partition = FIRST_FILE + 1 - opened;
    return partition == record.partition()
        ? record
        : new SourceRecord(record.value(), partition, record.offset(), record.timestamp());
  }

  private void closeCurrent() {
    try {
      close();
    } catch (IOException onClosing) {
      throw new UncheckedIOException(onClosing);
    }
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }
}
