package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Those who wait without a home, in the order in which they came. */
final class Newcomers {

  private record Key(Subject subject, Codes point) {}

  private Newcomers() {}

  static List<Newcomer> of(CohortState state, Homes homes) {
    Map<Key, Newcomer> newcomers = new LinkedHashMap<>();
    for (Waiting row : state.waiting().all()) {
      Subject subject = row.row().subject();
      Codes point = row.row().point();
      if (homes.home(state.memberships(subject), point) == null) {
        newcomers.computeIfAbsent(new Key(subject, point), key -> new Newcomer(row)).add(row);
      }
    }
    return new ArrayList<>(newcomers.values());
  }

  /** Apart by what they lack. */
  static List<List<Newcomer>> byMissing(List<Newcomer> newcomers) {
    Map<BitSet, List<Newcomer>> parts = new LinkedHashMap<>();
    for (Newcomer newcomer : newcomers) {
      parts.computeIfAbsent(newcomer.missing(), missing -> new ArrayList<>()).add(newcomer);
    }
    return new ArrayList<>(parts.values());
  }

  /** The first of each person whom a cohort covers. */
  static List<Newcomer> fitting(List<Newcomer> newcomers, Cohort cohort) {
    List<Newcomer> fitting = new ArrayList<>(newcomers);
    fitting.removeIf(newcomer -> !cohort.box().covers(newcomer.point()));
    return takeOnePerPerson(fitting);
  }

  /** Takes the first of each person out of the list. */
  static List<Newcomer> takeOnePerPerson(List<Newcomer> newcomers) {
    Set<Subject> people = new HashSet<>();
    List<Newcomer> taken = new ArrayList<>();
    newcomers.removeIf(newcomer -> people.add(newcomer.subject()) && taken.add(newcomer));
    return taken;
  }
}
