package dev.weir.metering.books;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Who adds to the books is alone. The system lets go of it when its process ends. */
final class BooksLock implements Closeable {

  private final FileChannel file;

  private BooksLock(FileChannel file) {
    this.file = file;
  }

  /**
   * @throws BooksException if another one has it
   */
  static BooksLock take(Path directory) throws IOException {
    Path name = directory.resolve("lock");
    FileChannel file = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tried(file) == null) {
      file.close();
      throw new BooksException(directory, "another command is adding to these books. Wait for it");
    }
    return new BooksLock(file);
  }

  private static @Nullable FileLock tried(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
