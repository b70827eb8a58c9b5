package dev.weir.config.check;

import dev.weir.config.agreement.Measure;
import dev.weir.config.agreement.PerSubject;
import dev.weir.config.agreement.PostProcess;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Window;
import java.util.List;

/** Judges what several sizes of windows ask for, and whether they can agree with one another. */
final class SizesCheck {

  /** Of one person, as of a single window. */
  private static final long MOST_OF_A_PERSON = 1L << 20;

  private final Place place;

  SizesCheck(Place place) {
    this.place = place;
  }

  void check(Release.Statistics release) {
    boolean consistent = release.postProcess().contains(PostProcess.CONSISTENT);
    boolean several =
        release.window() instanceof Window.Tumbling tumbling && tumbling.sizes().size() > 1;
    if (several && !consistent) {
      people(release.perSubject());
    } else if (several) {
      addsUp(release);
    } else if (consistent) {
      warn(
          PostProcess.CONSISTENT,
          release.postProcess(),
          "consistent changes nothing here: only windows of several sizes have to agree",
          "Leave it out");
    }
  }

  /** A window of a coarser size may hold all that one person adds to a period. */
  private void people(PerSubject bounds) {
    long most = Math.max(bounds.records(), bounds.groups()) * (long) bounds.windows();
    if (most > MOST_OF_A_PERSON) {
      place
          .key("perSubject")
          .note(
              CheckRule.STATISTICS_BOUNDS,
              "One person would add to more than 1048576 records or groups of a coarser window",
              "Write smaller bounds: they are what the noise is measured by");
    }
  }

  private void addsUp(Release.Statistics release) {
    release
        .measures()
        .forEach(
            (name, measure) -> {
              if (!addsUp(measure)) {
                place
                    .key("measures")
                    .key(name)
                    .note(
                        CheckRule.STATISTICS_BOUNDS,
                        "The numbers of several windows do not add up to that of them together, so"
                            + " that sizes cannot be consistent",
                        "Ask for count, sum and histogram alone, or leave consistent out");
              }
            });
    if (release.postProcess().contains(PostProcess.NON_NEGATIVE)) {
      warn(
          PostProcess.NON_NEGATIVE,
          release.postProcess(),
          "With consistent a coarser window adds up numbers that were raised to zero, and is told"
              + " too high where many are small",
          "Leave nonNegative out, or consistent");
    }
  }

  private static boolean addsUp(Measure measure) {
    return measure instanceof Measure.Count
        || measure instanceof Measure.Sum
        || measure instanceof Measure.Histogram;
  }

  private void warn(PostProcess of, List<PostProcess> all, String message, String mend) {
    place.key("postProcess").item(all.indexOf(of)).note(CheckRule.POST_PROCESS, message, mend);
  }
}
