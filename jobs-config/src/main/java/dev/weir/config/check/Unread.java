package dev.weir.config.check;

import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether there are files of which nobody knows what stands in them. */
final class Unread {

  private Unread() {}

  /** Whether a file has errors and is none of the documents. */
  static boolean any(FileSet files, Problems problems) {
    Set<String> documents =
        Stream.of(files.products(), files.agreements(), files.gateways(), files.priceBooks())
            .flatMap(list -> list.stream())
            .map(Document::file)
            .map(Object::toString)
            .collect(Collectors.toSet());
    return problems.sorted().stream()
        .filter(Problem::isError)
        .anyMatch(problem -> !documents.contains(problem.location().file()));
  }
}
