package dev.weir.operators.file;

import dev.weir.config.problem.Location;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * A file of records, read once from front to back. Each value is one JSON object, or empty for a
 * blank line, or bytes that are none where the file has no readable record; partition is -1 in the
 * first file, -2 in the next, offset the line from 1 (in Avro the record), timestamp the clock.
 * Reading throws {@link InputException} where it cannot go on without losing records. Confined to
 * one thread.
 */
public interface SourceFile extends Iterator<SourceRecord>, Closeable {

  /** Of the first file: files have no partitions. */
  int FIRST_FILE = -1;

  /**
   * Opens a file by what its name ends in: {@code .jsonl}, {@code .csv} or {@code .avro}.
   *
   * @param shape what is asked of the records: the plan's, or the whole product's. CSV and Avro are
   *     converted by it, and what it does not name stays unread
   * @param limits a longer line or row is cut above the limit, so that decode refuses it
   * @throws InputException if the file cannot be read, with all problems that its beginning shows
   */
  static SourceFile open(Path file, Shape.Fields shape, FileLimits limits, Clock clock) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw InputException.of(
          InputRule.INPUT_UNREADABLE,
          Location.start(name),
          "this is a directory",
          "Name the files in it, one by one");
    }
    try {
      return new ReadAheadFile(name, records(file, name, shape, limits, clock));
    } catch (IOException unreadable) {
      throw InputException.unreadable(Location.start(name), unreadable);
    }
  }

  /**
   * Files one after another, each opened when the one before has been read.
   *
   * @throws InputException if one cannot be read, with the problems of all beginnings
   */
  static SourceFile open(List<Path> files, Shape.Fields shape, FileLimits limits, Clock clock) {
    FileSequence sequence = new FileSequence(files, file -> open(file, shape, limits, clock));
    sequence.check();
    return sequence;
  }

  private static ReadAheadFile.Records records(
      Path file, String name, Shape.Fields shape, FileLimits limits, Clock clock)
      throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jsonl")) {
      return new JsonLines(Files.newInputStream(file), limits, clock);
    } else if (lower.endsWith(".csv")) {
      return csv(file, name, shape, limits, clock);
    } else if (lower.endsWith(".avro")) {
      return AvroData.open(file, name, shape, limits, clock);
    }
    throw InputException.of(
        InputRule.INPUT_FORMAT,
        Location.start(name),
        "the name does not say what the file holds",
        "Give it the ending .jsonl, .csv or .avro");
  }

  private static ReadAheadFile.Records csv(
      Path file, String name, Shape.Fields shape, FileLimits limits, Clock clock)
      throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return new Csv(in, name, shape, limits, clock);
    } catch (InputException refused) {
      in.close();
      throw refused;
    }
  }

  /** Now, in ms since the epoch. */
  interface Clock {
    /** Asked once for each record. */
    long millis();
  }

  /**
   * How large a record may be.
   *
   * @param recordBytes the longest record, in bytes
   * @param depth of containers within containers
   */
  record FileLimits(int recordBytes, int depth) {}

  @Override
  void close() throws IOException;
}
