package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.problem.Problems;
import java.util.Set;
import java.util.TreeSet;

/** Judges agreements' tiers against the price books. */
final class TierCheck {

  private final FileSet files;
  private final Problems problems;

  TierCheck(FileSet files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  void check() {
    Set<String> tiers = new TreeSet<>();
    files.priceBooks().forEach(book -> tiers.addAll(book.value().tiers().keySet()));
    for (Document<Agreement> agreement : files.agreements()) {
      String tier = agreement.value().tier();
      if (tier != null && !tiers.contains(tier)) {
        unknown(Place.root(agreement, problems).key("tier"), tier, tiers);
      }
    }
  }

  private static void unknown(Place place, String tier, Set<String> tiers) {
    place.note(
        CheckRule.TIER_UNKNOWN,
        "No price book among the files has the tier " + tier,
        tiers.isEmpty()
            ? "Name the price book's file beside this one"
            : DidYouMean.mend(tiers, tier));
  }
}
