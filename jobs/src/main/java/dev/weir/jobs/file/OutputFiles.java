package dev.weir.jobs.file;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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
   * named, none is.
   */
  void name(SortedSet<String> names) throws IOException {
    List<Path> named = new ArrayList<>();
    try {
      for (String name : names) {
        Path file = Path.of(directory, name);
        Files.move(temporary(name), file, StandardCopyOption.REPLACE_EXISTING);
        named.add(file);
      }
    } catch (IOException half) {
      for (Path file : named) {
        Files.deleteIfExists(file);
      }
      throw half;
    }
  }

  /** Deletes what has not got its name. */
  void discard(SortedSet<String> names) throws IOException {
    for (String name : new TreeSet<>(names)) {
      Files.deleteIfExists(temporary(name));
    }
  }
}
