package dev.weir.config.document;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.config.problem.Rule;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
      FilePattern pattern = patterns ? pattern(named.get(i)) : null;
      if (pattern != null && pattern.several()) {
        files.addAll(matching(pattern, named.get(i), at));
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

  private Collection<Path> matching(FilePattern pattern, String named, DocumentPath at) {
    try {
      Collection<Path> found = pattern.files();
      if (found.isEmpty()) {
        note(FileRule.NO_FILE_MATCHES, at, "No file matches " + named);
      }
      return found;
    } catch (IOException | PatternSyntaxException e) {
      note(FileRule.NO_FILE_MATCHES, at, "Nobody can look for " + named);
      return List.of();
    }
  }

  private @Nullable FilePattern pattern(String named) {
    try {
      return FilePattern.of(document, named);
    } catch (InvalidPathException e) {
      return null; // said where it is taken for a name
    }
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
