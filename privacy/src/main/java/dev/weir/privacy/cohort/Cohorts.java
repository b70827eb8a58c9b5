package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The cohorts of a region in memory, cheapest first: the first that covers a point is the best. */
final class Cohorts {

  private static final Comparator<Cohort> CHEAPEST =
      Comparator.comparingDouble(Cohort::loss).thenComparingLong(Cohort::number);

  private final Map<Long, Cohort> byNumber = new HashMap<>();
  private final List<Cohort> byLoss = new ArrayList<>();

  void add(Cohort cohort) {
    byNumber.put(cohort.number(), cohort);
    byLoss.add(-Collections.binarySearch(byLoss, cohort, CHEAPEST) - 1, cohort);
  }

  void remove(Cohort cohort) {
    byNumber.remove(cohort.number());
    byLoss.remove(Collections.binarySearch(byLoss, cohort, CHEAPEST));
  }

  Cohort get(long number) {
    Cohort cohort = byNumber.get(number);
    if (cohort == null) {
      throw new PageException("A person is in a cohort that is not there");
    }
    return cohort;
  }

  List<Cohort> cheapestFirst() {
    return Collections.unmodifiableList(byLoss);
  }

  /** Of those that cover the point, lose at most so much, and are accepted. */
  @Nullable Cohort cheapest(Codes point, double most, Predicate<Cohort> accepted) {
    for (Cohort cohort : byLoss) {
      if (cohort.loss() > most) {
        return null;
      }
      if (cohort.box().covers(point) && accepted.test(cohort)) {
        return cohort;
      }
    }
    return null;
  }
}
