package dev.weir.config.document;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.config.problem.Rule;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlRule;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The files that a gateway names, relative to its own. */
final class GatewayFiles {

  private final Document<Gateway> document;
  private final Problems problems;

  GatewayFiles(Document<Gateway> document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  /** Products, then agreements, each pattern in the order of names, then prices. */
  List<Path> all() {
    List<Path> files = new ArrayList<>();
    Gateway gateway = document.value();
    each(gateway.products(), "products", false, files);
    each(gateway.agreements(), "agreements", true, files);
    if (gateway.prices() != null) {
      one(gateway.prices(), DocumentPath.ROOT.key("prices"), files);
    }
    return files;
  }

  private void each(List<String> named, String key, boolean patterns, List<Path> files) {
    for (int i = 0; i < named.size(); i++) {
      DocumentPath at = DocumentPath.ROOT.key(key).item(i);
      if (patterns && named.get(i).matches(".*[*?\\[{].*")) {
        files.addAll(matching(named.get(i), at));
      } else {
        one(named.get(i), at, files);
      }
    }
  }

  private void one(String named, DocumentPath at, List<Path> files) {
    Path file = path(named, at);
    if (file != null && Files.isRegularFile(file)) {
      files.add(file);
    } else if (file != null) {
      note(YamlRule.FILE_MISSING, at, "There is no file " + named);
    }
  }

  private List<Path> matching(String pattern, DocumentPath at) {
    int slash = pattern.lastIndexOf('/');
    Path directory = path(slash < 0 ? "." : pattern.substring(0, slash + 1), at);
    TreeSet<Path> found = new TreeSet<>();
    if (directory != null) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(directory.normalize(), pattern.substring(slash + 1))) {
        files.forEach(found::add);
      } catch (IOException | PatternSyntaxException e) {
        note(FileRule.NO_FILE_MATCHES, at, "Nobody can look for " + pattern);
        return List.of();
      }
      if (found.isEmpty()) {
        note(FileRule.NO_FILE_MATCHES, at, "No file matches " + pattern);
      }
    }
    return List.copyOf(found);
  }

  private @Nullable Path path(String named, DocumentPath at) {
    try {
      return document.resolve(named);
    } catch (InvalidPathException e) {
      note(YamlRule.FILE_MISSING, at, "This is no name of a file");
      return null;
    }
  }

  private void note(Rule rule, DocumentPath at, String message) {
    document.problem(
        problems, rule, at, message, "Paths are relative to this file; check the name");
  }
}
