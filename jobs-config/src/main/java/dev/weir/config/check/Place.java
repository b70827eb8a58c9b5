package dev.weir.config.check;

import dev.weir.config.document.Document;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;

/** A part of a document, where a problem of it is noted. */
record Place(Document<?> document, DocumentPath path, Problems problems) {

  static Place root(Document<?> document, Problems problems) {
    return new Place(document, DocumentPath.ROOT, problems);
  }

  Place key(String name) {
    return new Place(document, path.key(name), problems);
  }

  Place item(int index) {
    return new Place(document, path.item(index), problems);
  }

  void note(CheckRule rule, String message, String mend) {
    document.problem(problems, rule, path, message, mend);
  }
}
