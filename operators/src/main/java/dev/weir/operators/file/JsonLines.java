package dev.weir.operators.file;

import dev.weir.operators.record.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One JSON text a line; its bytes are not touched. A line of white space only is blank. */
final class JsonLines implements ReadAheadFile.Records {

  private static final byte[] BLANK = {};

  private final InputStream in;
  private final Lines lines;
  private final SourceFile.Clock clock;

  JsonLines(InputStream in, SourceFile.FileLimits limits, SourceFile.Clock clock) {
    this.in = in;
    this.lines = new Lines(in, limits.recordBytes() + 1);
    this.clock = clock;
  }

  @Override
  public @Nullable SourceRecord read() throws IOException {
    byte[] line = lines.next();
    if (line == null) {
      return null;
    }
    byte[] value = isBlank(line) ? BLANK : withoutReturn(line);
    return new SourceRecord(value, SourceFile.FIRST_FILE, lines.line(), clock.millis());
  }

  /** Without the carriage return that stands before the line feed in some files. */
  static byte[] withoutReturn(byte[] line) {
    boolean returned = line.length > 0 && line[line.length - 1] == '\r';
    return returned ? Arrays.copyOf(line, line.length - 1) : line;
  }

  static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
