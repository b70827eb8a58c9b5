package dev.weir.jobs.file;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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

  private static final FileAttribute<?>[] OWNERS = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

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

  /** Writes a file, under its temporary name, that only its owner may read. */
  void writePrivately(String name, byte[] content) throws IOException {
    Path file = temporary(name);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(file, posix ? OWNERS : new FileAttribute<?>[0]);
    Files.write(file, content);
  }

  /**
   * Gives files their names. What has been there under such a name is replaced. If one cannot be
   * named, none is, and what has been there stays.
   *
   * @param outdated of a run before, which are gone then too
   */
  void name(SortedSet<String> names, SortedSet<String> outdated) throws IOException {
    Deque<String> aside = new ArrayDeque<>();
    Deque<String> named = new ArrayDeque<>();
    try {
      for (String name : all(names, outdated)) {
        setAside(name, aside);
      }
      for (String name : names) {
        Files.move(temporary(name), file(name));
        named.push(name);
      }
    } catch (IOException half) {
      named.forEach(name -> undo(() -> Files.delete(file(name)), half));
      aside.forEach(name -> undo(() -> Files.move(former(name), file(name)), half));
      throw half;
    }
    for (String name : aside) {
      Files.deleteIfExists(former(name));
    }
  }

  private static SortedSet<String> all(SortedSet<String> some, SortedSet<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private void setAside(String name, Deque<String> aside) throws IOException {
    if (Files.isDirectory(file(name))) {
      throw new FileSystemException(file(name).toString(), null, "there is a directory");
    }
    if (Files.exists(file(name), LinkOption.NOFOLLOW_LINKS)) {
      Files.move(file(name), former(name));
      aside.push(name);
    }
  }

  private interface Undoing {
    void run() throws IOException;
  }

  private static void undo(Undoing step, IOException half) {
    try {
      step.run();
    } catch (IOException e) {
      half.addSuppressed(e);
    }
  }

  /** What a file is called when all have ended well. */
  Path file(String name) {
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
