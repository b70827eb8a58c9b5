package dev.weir.local.preview;

import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.metrics.CohortTally;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.risk.ClassId;
import dev.weir.privacy.risk.PeopleByClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Counts the crowds of a sample. Confined to one thread. */
final class CrowdTally {

  private final CohortSpace space;
  private final double[] losses;
  private final PeopleByClass<Subject> released = new PeopleByClass<>();
  private final PeopleByClass<Subject> before = new PeopleByClass<>();
  private long rows;

  CrowdTally(CohortSpace space) {
    this.space = space;
    this.losses = new double[space.fields().size()];
  }

  void add(Outcome outcome) {
    if (outcome instanceof Outcome.Released row) {
      rows++;
      released.add(shown(row.box()), row.row().subject());
      before.add(ClassId.of(row.row().point().toArray()), row.row().subject());
      for (int field = 0; field < losses.length; field++) {
        losses[field] += space.space().fieldLoss(field, row.box());
      }
    }
  }

  private static ClassId shown(Box box) {
    LongStream from = LongStream.of(box.from().toArray());
    return ClassId.of(LongStream.concat(from, LongStream.of(box.to().toArray())).toArray());
  }

  /** A sample is read as fast as can be: its delays say nothing. */
  CohortTally tally() {
    Map<String, Double> loss = new LinkedHashMap<>();
    List<String> names = space.names();
    for (int field = 0; field < losses.length; field++) {
      loss.put(names.get(field), rows == 0 ? 0 : losses[field] / rows);
    }
    return new CohortTally(loss, new TreeMap<>(), released.sizes(), before.sizes());
  }
}
