package dev.weir.jobs.file;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The files of a run: written under temporary names beside their own, which they take together. Not
 * shared between runs.
 */
final class OutputFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String directory;
  private final String run = UUID.randomUUID().toString();

  private OutputFiles(String directory) {
    this.directory = directory;
  }

  /** Files in that directory, which is made if it is not there. */
  static OutputFiles in(Path directory) throws IOException {
    return new OutputFiles(Files.createDirectories(directory).toString());
  }

  /** Where a file is written until all have ended well. */
  Path temporary(String name) {
    return Path.of(directory, "." + name + "." + run + ".part");
  }

  /**
   * Gives files their names. What has been there under such a name is replaced. If one cannot be
   * named, none is, and what has been there stays.
   */
  void name(SortedSet<String> names) throws IOException {
    Deque<String> begun = new ArrayDeque<>();
    try {
      for (String name : names) {
        begun.push(name);
        setAside(name);
        Files.move(temporary(name), file(name));
      }
    } catch (IOException half) {
      for (String name : begun) {
        putBack(name, half);
      }
      throw half;
    }
    for (String name : names) {
      Files.deleteIfExists(former(name));
    }
  }

  private void setAside(String name) throws IOException {
    if (Files.isDirectory(file(name))) {
      throw new FileSystemException(file(name).toString(), null, "there is a directory");
    }
    if (Files.exists(file(name))) {
      Files.move(file(name), former(name));
    }
  }

  /** A file that is not the former one is there only if it has just been named. */
  private void putBack(String name, IOException half) {
    try {
      if (Files.exists(former(name))) {
        Files.move(former(name), file(name), StandardCopyOption.REPLACE_EXISTING);
      } else if (!Files.exists(temporary(name))) {
        Files.delete(file(name));
      }
    } catch (IOException e) {
      half.addSuppressed(e);
    }
  }

  private Path file(String name) {
    return Path.of(directory, name);
  }

  /** Where a file of a run before is until all of this one's have their names. */
  private Path former(String name) {
    return Path.of(directory, "." + name + "." + run + ".former");
  }

  /** Deletes what has not got its name. */
  void discard(SortedSet<String> names) throws IOException {
    for (String name : new TreeSet<>(names)) {
      Files.deleteIfExists(temporary(name));
    }
  }
}
