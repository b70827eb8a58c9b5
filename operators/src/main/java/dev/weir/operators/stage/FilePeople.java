package dev.weir.operators.stage;

import dev.weir.operators.metrics.CohortTotals;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.risk.ClassId;
import dev.weir.privacy.risk.PeopleByClass;

/** In a file's run: everybody in memory, by what is shown of them and by their own cells. */
final class FilePeople implements ReleasedPeople {

  private final CohortTotals totals;
  private final PeopleByClass<Subject> released = new PeopleByClass<>();
  private final PeopleByClass<Subject> before = new PeopleByClass<>();

  FilePeople(CohortTotals totals) {
    this.totals = totals;
  }

  @Override
  public void released(Row row, ClassId shown, long now) {
    Codes point = row.point();
    released.add(shown, row.subject());
    before.add(ClassId.of(point.toArray()), row.subject());
  }

  @Override
  public void forget(Subject subject) {
    released.forget(subject);
    before.forget(subject);
  }

  @Override
  public void measure() {}

  @Override
  public void end() {
    totals.classes(released.sizes(), before.sizes());
  }
}
