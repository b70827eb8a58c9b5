package dev.weir.jobs.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who charges a ledger is alone from reading it to adding to it. The lock is on a file beside it,
 * for the ledger itself is replaced; it stays, empty, for whoever deletes it may delete another
 * one's. The system lets go of it when its process ends.
 */
final class LedgerLock implements Closeable {

  /** A file lock is the whole process's, and gone when any channel of that file is closed. */
  private static final Set<Path> IN_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path name;
  private final FileChannel channel;

  private LedgerLock(Path name, FileChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  /**
   * @param ledger without links on its way
   * @param given how the user calls it
   * @throws LedgerFileException if another run has it
   */
  static LedgerLock take(Path ledger, Path given) throws IOException {
    Path name = ledger.resolveSibling("." + ledger.getFileName() + ".lock");
    if (!IN_PROCESS.add(name)) {
      throw inUse(given);
    }
    try {
      return new LedgerLock(name, locked(name, given));
    } catch (IOException | RuntimeException notTaken) {
      IN_PROCESS.remove(name);
      throw notTaken;
    }
  }

  private static FileChannel locked(Path name, Path given) throws IOException {
    FileChannel channel = opened(name, given);
    try {
      if (channel.tryLock() == null) {
        throw inUse(given);
      }
      return channel;
    } catch (IOException | RuntimeException notLocked) {
      channel.close();
      throw notLocked;
    }
  }

  private static FileChannel opened(Path name, Path given) throws IOException {
    try {
      return FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileSystemException notOurs) {
      throw new LedgerFileException(
          LedgerFileException.Kind.PLACE,
          given,
          "this user cannot write to its directory, or to "
              + name.getFileName()
              + " there, so that what is spent could not be kept. Check their permissions.");
    }
  }

  private static LedgerFileException inUse(Path given) {
    return new LedgerFileException(
        LedgerFileException.Kind.IN_USE,
        given,
        "another run has this ledger open, and may charge windows to it. Wait until it has ended.");
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      IN_PROCESS.remove(name);
    }
  }
}
