package dev.weir.operators.stage;

import dev.weir.operators.cohort.DecidedRow;
import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Formation;
import dev.weir.privacy.cohort.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a person out of the rows that were decided and have not left, and with them the rows of
 * crowds that are none any more: a reader must not see the fewer who are left.
 */
record DecidedErasure(Formation formation, CohortGate gate, CohortPace pace) {

  /**
   * What was taken.
   *
   * @param own rows of the person, and {@code fallen} of others
   */
  record Taken(int own, int fallen) {}

  /**
   * Takes them, once the formation has forgotten the person.
   *
   * @throws Exception if the state fails
   */
  Taken take(Subject subject) throws Exception {
    List<DecidedRow> own = taken(row -> row.subject().equals(subject));
    Set<@Nullable CohortId> touched = new HashSet<>();
    own.forEach(row -> touched.add(row.cohort()));
    Map<CohortId, Boolean> stands = new HashMap<>();
    people()
        .forEach(
            (cohort, people) ->
                stands.put(
                    cohort, formation.stands(cohort, touched.contains(cohort), people.size())));
    List<DecidedRow> fallen =
        taken(row -> row.cohort() == null || !stands.getOrDefault(row.cohort(), false));
    formation.undelivered(fallen.stream().map(DecidedRow::undelivered).toList());
    return new Taken(own.size(), fallen.size());
  }

  private List<DecidedRow> taken(Predicate<DecidedRow> those) throws Exception {
    return Stream.concat(gate.take(those).stream(), pace.take(those).stream()).toList();
  }

  /** Whose rows have not left, by cohorts. */
  private Map<CohortId, Set<Subject>> people() throws Exception {
    Map<CohortId, Set<Subject>> people = new HashMap<>();
    for (Iterable<DecidedRow> rows : List.of(gate.rows(), pace.rows())) {
      for (DecidedRow row : rows) {
        if (row.cohort() != null) {
          people.computeIfAbsent(row.cohort(), unseen -> new HashSet<>()).add(row.subject());
        }
      }
    }
    return people;
  }
}
