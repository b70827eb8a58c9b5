package dev.weir.operators.metrics;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;

/** The accumulators' names: made of names that are unique in a job, parted by a slash. */
final class CountName {

  static final String IN = "in";
  static final String RELEASED = "released";
  static final String WITHHELD = "withheld";
  static final String DEAD_LETTERED = "dead_lettered";
  static final String ROWS_WITHHELD = "rows_withheld";
  static final String WINDOWS_WITHHELD = "windows_withheld";
  static final String AGGREGATED = "aggregated";
  static final String BOUNDED = "bounded";
  static final String LATE = "late";
  static final String TOMBSTONE = "tombstone";
  static final String BLANK = "blank";

  private CountName() {}

  static String of(ReleasePlan release, String what) {
    return "weir/" + release.agreement() + "/" + release.release() + "/" + what;
  }

  static String of(ReleasePlan release, String what, Reason reason) {
    return of(release, what) + "/" + reason.word();
  }

  static String of(ProductPlan product, String what) {
    return "weir/" + product.decodeUid() + "/" + what;
  }

  /** Under which count a reason falls. */
  static String kind(Reason reason) {
    return reason.withheld() ? WITHHELD : DEAD_LETTERED;
  }
}
