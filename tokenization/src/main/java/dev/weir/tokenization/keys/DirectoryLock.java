package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of one process at a time add to a directory, so that two that find a key missing
 * do not both make it and lose one.
 */
final class DirectoryLock implements AutoCloseable {

  /** A file lock is the whole process's; within it this one decides. */
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private final FileChannel channel;
  private final FileLock lock;

  private DirectoryLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * @throws KeyException if the directory cannot be written to, or is being added to
   */
  static DirectoryLock take(Path directory) {
    IN_PROCESS.lock();
    FileChannel channel = null;
    try {
      channel = PrivateFile.openForLock(directory.resolve(".lock"));
      return new DirectoryLock(channel, channel.lock());
    } catch (IOException | OverlappingFileLockException e) {
      closeQuietly(channel);
      IN_PROCESS.unlock();
      throw new KeyException(
          KeyException.Kind.UNREADABLE,
          directory + " cannot be locked to add keys; check its owner and permissions");
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new KeyException(KeyException.Kind.UNREADABLE, "a key directory's lock is stuck");
    } finally {
      IN_PROCESS.unlock();
    }
  }
}
