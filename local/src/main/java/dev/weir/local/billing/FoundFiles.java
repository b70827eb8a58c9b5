package dev.weir.local.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files by their name, in directories and in those below them. Links are not followed. */
final class FoundFiles {

  private FoundFiles() {}

  /** Of each path that is a directory those of that name in it, else the path itself. */
  static List<Path> named(String name, List<Path> paths) throws IOException, BillingInputException {
    List<Path> found = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> below = below(path, name);
        found.addAll(below);
        if (below.isEmpty()) {
          problems.add(path + ": there is no " + name + " in it. Name the directory of a run.");
        }
      } else if (Files.isRegularFile(path)) {
        found.add(path);
      } else {
        problems.add(path + ": is neither a file nor a directory. Check the path.");
      }
    }
    if (!problems.isEmpty()) {
      throw new BillingInputException(problems);
    }
    return found;
  }

  private static List<Path> below(Path directory, String name) throws IOException {
    try (var files = Files.walk(directory)) {
      return files
          .filter(file -> file.endsWith(name) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (UncheckedIOException closed) {
      throw closed.getCause();
    }
  }
}
