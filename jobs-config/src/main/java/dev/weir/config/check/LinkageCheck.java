package dev.weir.config.check;

import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import java.util.List;

/**
 * Judges what one partner gets of one product in all: whoever has the records can take the people
 * of a crowd, and the figures of a statistic, apart again.
 */
final class LinkageCheck {

  private final List<PlacedRelease> releases;
  private final Products products;

  LinkageCheck(FileSet files, Products products, Problems problems) {
    this.products = products;
    releases = PlacedRelease.all(files.agreements(), problems);
  }

  void check() {
    for (PlacedRelease one : releases) {
      releases.stream().filter(other -> undo(one, other)).findFirst().ifPresent(o -> note(one, o));
    }
  }

  /** The agreement of the crowds or statistics is the one that can acknowledge it. */
  private boolean undo(PlacedRelease one, PlacedRelease other) {
    PlacedRelease hidden = one.records() ? other : one;
    return one.records() != other.records()
        && one.samePartner(other)
        && productOf(one).equals(productOf(other))
        && hidden.agreement().acknowledgeLinkage() == null;
  }

  private String productOf(PlacedRelease release) {
    return products.id(release.agreement().product());
  }

  private static void note(PlacedRelease one, PlacedRelease other) {
    one.place()
        .key("kind")
        .note(
            CheckRule.LINKAGE,
            "The partner "
                + one.partner()
                + " gets records of this product beside cohorts or"
                + " statistics, which they undo: see "
                + other.said(),
            "Leave out one of the two, or say acknowledgeLinkage with the reason in the agreement"
                + " of the cohorts or statistics");
  }
}
