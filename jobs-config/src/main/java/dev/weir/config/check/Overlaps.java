package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.FieldPath.Segment;
import java.util.List;
import java.util.Set;

/** Whether a release says of one value twice what is done to it. */
final class Overlaps {

  private Overlaps() {}

  /** Notes at the inner one of two fields. */
  static void check(FieldPath path, Set<FieldPath> all, Place place) {
    all.stream()
        .filter(other -> !other.equals(path) && holds(other, path))
        .findFirst()
        .ifPresent(
            other ->
                place.note(
                    CheckRule.FIELD_OVERLAP,
                    "This field lies in " + other + ", which the release names too",
                    "Leave out one of the two"));
  }

  /** Whether the value of one path holds that of the other, or is the array of its items. */
  private static boolean holds(FieldPath outer, FieldPath inner) {
    List<Segment> prefix = outer.segments();
    if (prefix.size() > inner.segments().size()) {
      return false;
    }
    int last = prefix.size() - 1;
    Segment end = inner.segments().get(last);
    boolean ends =
        end.name().equals(prefix.get(last).name()) && (end.items() || !prefix.get(last).items());
    return ends && prefix.subList(0, last).equals(inner.segments().subList(0, last));
  }
}
