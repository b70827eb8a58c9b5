package dev.weir.jobs.file;

import dev.weir.jobs.file.LedgerFileException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;

/**
 * Where a ledger is. All names of one ledger lead to one place, so that no two runs charge two.
 *
 * @param given how the user calls it
 * @param real without links on its way
 */
record LedgerPlace(Path given, Path real) {

  /**
   * @throws LedgerFileException if no ledger can be there
   */
  static LedgerPlace of(Path given) throws IOException {
    if (!Files.exists(given)) {
      return new LedgerPlace(given, toBeMade(given));
    }
    if (!Files.isRegularFile(given)) {
      throw new LedgerFileException(Kind.PLACE, given, "is no regular file. Check the path.");
    }
    Path real = given.toRealPath();
    boolean counted = real.getFileSystem().supportedFileAttributeViews().contains("unix");
    if (counted && !Objects.equals(Files.getAttribute(real, "unix:nlink"), 1)) {
      throw new LedgerFileException(
          Kind.PLACE,
          given,
          "has several names (hard links), and what is charged under one would not be under the"
              + " others. Keep one; the others can be symbolic links to it.");
    }
    return new LedgerPlace(given, real);
  }

  private static Path toBeMade(Path given) throws IOException {
    Path whole = given.toAbsolutePath();
    Path directory = Objects.requireNonNull(whole.getParent(), "the root is there");
    if (Files.isSymbolicLink(given) || !Files.isDirectory(directory)) {
      String missing = Files.isSymbolicLink(given) ? "the file that it links to" : "its directory";
      throw new LedgerFileException(
          Kind.PLACE,
          given,
          missing
              + " is not there, so that what is spent could not be kept. Make it, or check the"
              + " path.");
    }
    return directory.toRealPath().resolve(directory.relativize(whole));
  }

  /**
   * Refuses a ledger that the run reads besides, or replaces.
   *
   * @param results names of files in the output directory, which is there
   * @throws LedgerFileException if it is one of them
   */
  void requireApart(RunFiles ends, Collection<String> results) throws IOException {
    for (String result : results) {
      Path file = ends.output().toRealPath().resolve(result);
      refuse(file.equals(real) || isThere(file), "the run writes its results to this file");
    }
    for (Path input : ends.inputs()) {
      refuse(isThere(input), "the run reads its records from this file");
    }
  }

  private boolean isThere(Path other) throws IOException {
    return Files.exists(real) && Files.exists(other) && Files.isSameFile(real, other);
  }

  private void refuse(boolean same, String what) throws LedgerFileException {
    if (same) {
      throw new LedgerFileException(
          Kind.OTHER_FILE, given, what + ". Give the ledger a file of its own.");
    }
  }
}
