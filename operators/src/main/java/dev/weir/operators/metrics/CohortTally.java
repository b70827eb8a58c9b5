package dev.weir.operators.metrics;

import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.risk.ClassSizes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run has told of a release's crowds: numbers alone.
 *
 * @param loss the mean over the rows let go, by field, 0 to 1
 * @param delays how many decisions took up to how many ms; the last bound is {@link Long#MAX_VALUE}
 * @param released the sizes of classes in people, as they are shown; empty: nothing was released
 * @param before the same people's, were their own cells shown
 */
public record CohortTally(
    Map<String, Double> loss,
    NavigableMap<Long, Long> delays,
    Optional<ClassSizes> released,
    Optional<ClassSizes> before) {

  public CohortTally {
    loss = Collections.unmodifiableMap(new LinkedHashMap<>(loss));
    delays = Collections.unmodifiableNavigableMap(new TreeMap<>(delays));
  }

  /**
   * Reads it from a job's accumulators.
   *
   * @param fields whose values are generalized, by name
   */
  public static CohortTally of(
      ReleasePlan release, List<String> fields, Map<String, Object> accumulators) {
    long rows = accumulators.get(rows(release)) instanceof Long let ? let : 0;
    Map<String, Double> loss = new LinkedHashMap<>();
    for (String field : fields) {
      double sum = accumulators.get(loss(release, field)) instanceof Double all ? all : 0;
      loss.put(field, rows == 0 ? 0 : sum / rows);
    }
    NavigableMap<Long, Long> delays = new TreeMap<>();
    histogram(accumulators, delays(release))
        .forEach((bucket, count) -> delays.put(Durations.bound(bucket), count));
    return new CohortTally(
        loss,
        delays,
        sizes(accumulators, classes(release)),
        sizes(accumulators, classesBefore(release)));
  }

  private static Optional<ClassSizes> sizes(Map<String, Object> accumulators, String name) {
    NavigableMap<Integer, Long> sizes = histogram(accumulators, name);
    return sizes.isEmpty() ? Optional.empty() : Optional.of(new ClassSizes(sizes));
  }

  private static NavigableMap<Integer, Long> histogram(
      Map<String, Object> accumulators, String name) {
    NavigableMap<Integer, Long> counts = new TreeMap<>();
    if (accumulators.get(name) instanceof Map<?, ?> histogram) {
      histogram.forEach((value, of) -> counts.put((Integer) value, ((Integer) of).longValue()));
    }
    return counts;
  }

  static String loss(ReleasePlan release, String field) {
    return CountName.of(release, "loss") + "/" + field;
  }

  static String rows(ReleasePlan release) {
    return CountName.of(release, "crowd_rows");
  }

  static String delays(ReleasePlan release) {
    return CountName.of(release, "delay");
  }

  static String classes(ReleasePlan release) {
    return CountName.of(release, "classes");
  }

  static String classesBefore(ReleasePlan release) {
    return CountName.of(release, "classes_before");
  }
}
