package dev.weir.jobs.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The files at both ends of a run.
 *
 * @param inputs at least one, read one after another
 * @param output directory; when the run has ended well, its results are there in place of those of
 *     the run before, and nothing else has changed; when it has not, nothing has
 */
public record RunFiles(List<Path> inputs, Path output) {

  public RunFiles {
    inputs = List.copyOf(inputs);
  }

  /** Refuses to replace what is read. */
  void requireApart(Collection<String> results) throws IOException {
    for (String result : results) {
      Path file = output.resolve(result);
      for (Path input : inputs) {
        if (Files.exists(file) && Files.isSameFile(file, input)) {
          throw new FileSystemException(
              file.toString(), null, "the run reads it and would replace it");
        }
      }
    }
  }
}
