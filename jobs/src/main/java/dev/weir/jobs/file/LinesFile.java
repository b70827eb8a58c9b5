package dev.weir.jobs.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of lines that is being written. What fails names the file, as on a full disk. */
final class LinesFile implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final OutputStream out;

  private LinesFile(Path file, OutputStream out) {
    this.file = file;
    this.out = new BufferedOutputStream(out, BUFFER);
  }

  /** A new file. */
  static LinesFile create(Path file) throws IOException {
    return new LinesFile(
        file, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  void write(byte[] line) throws FileSystemException {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException notWritten) {
      throw named(notWritten);
    }
  }

  void flush() throws FileSystemException {
    try {
      out.flush();
    } catch (IOException notWritten) {
      throw named(notWritten);
    }
  }

  @Override
  public void close() throws FileSystemException {
    try {
      out.close();
    } catch (IOException notWritten) {
      throw named(notWritten);
    }
  }

  /** The system's words, which hold nothing of the lines. */
  private FileSystemException named(IOException notWritten) {
    return new FileSystemException(file.toString(), null, notWritten.getMessage());
  }
}
