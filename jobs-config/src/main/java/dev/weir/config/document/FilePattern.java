package dev.weir.config.document;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Files of one directory, as a gateway's {@code agreements} name them: by a name, or by a pattern
 * in which {@code *}, {@code ?}, {@code []} and {@code {}} stand for parts of it.
 */
public record FilePattern(Path directory, String name) {

  /**
   * What a document names, relative to its own file.
   *
   * @throws InvalidPathException if the directory can be none
   */
  public static FilePattern of(Document<?> document, String named) {
    int slash = named.lastIndexOf('/');
    Path directory = document.resolve(slash < 0 ? "." : named.substring(0, slash + 1));
    return new FilePattern(directory.normalize(), named.substring(slash + 1));
  }

  /** Whether it stands for any number of files. */
  public boolean several() {
    return name.matches(".*[*?\\[{].*");
  }

  /**
   * Those that are there, by name.
   *
   * @throws IOException if the directory cannot be read
   * @throws java.util.regex.PatternSyntaxException if the pattern is none
   */
  SortedSet<Path> files() throws IOException {
    SortedSet<Path> found = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, this::names)) {
      files.forEach(found::add);
    }
    return found;
  }

  /** Whether a file is one of them. */
  public boolean matches(Path file) {
    return absolute(directory).equals(absolute(file).getParent()) && names(file);
  }

  private boolean names(Path file) {
    Path last = absolute(file).getFileName();
    return several()
        ? file.getFileSystem().getPathMatcher("glob:" + name).matches(last)
        : last.toString().equals(name);
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
