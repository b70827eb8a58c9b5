package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import java.util.List;

/** Judges the names that must be an agreement's or a release's own. */
final class IdCheck {

  private final FileSet files;
  private final Problems problems;

  IdCheck(FileSet files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  void check() {
    for (Document<Agreement> one : files.agreements()) {
      files.agreements().stream()
          .filter(other -> other != one && same(other.value().id(), one.value().id()))
          .forEach(other -> agreementTwice(one, other));
    }
    List<PlacedRelease> releases = PlacedRelease.all(files.agreements(), problems);
    for (PlacedRelease one : releases) {
      releases.stream()
          .filter(other -> other != one && other.agreement() == one.agreement())
          .filter(other -> same(other.release().name(), one.release().name()))
          .forEach(other -> releaseTwice(one));
    }
  }

  /** Not of names that could not be read, which are empty. */
  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private void agreementTwice(Document<Agreement> one, Document<Agreement> other) {
    Place.root(one, problems)
        .key("id")
        .note(
            CheckRule.AGREEMENT_TWICE,
            "The agreement " + one.value().id() + " is in " + other.file() + " too",
            "Give each agreement an id of its own, and one version of it");
  }

  private static void releaseTwice(PlacedRelease one) {
    one.place()
        .key("name")
        .note(
            CheckRule.RELEASE_TWICE,
            "Another release of this agreement has the name " + one.release().name(),
            "Give each release a name of its own");
  }
}
