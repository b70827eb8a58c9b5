package dev.weir.operators.stage;

import dev.weir.plan.CohortPlan;
import java.util.List;

/**
 * What the state of a release rests on: see {@link CohortPlan}.
 *
 * @param space of homes
 * @param form of rows
 * @param guarantee of decisions
 */
record CohortTerms(String space, String form, String guarantee) {

  static CohortTerms of(CohortPlan plan) {
    return new CohortTerms(plan.space(), plan.form(), plan.guarantee());
  }

  /** As {@link #text} gave it. */
  static CohortTerms parse(String text) {
    List<String> parts = List.of(text.split("\n", 3));
    if (parts.size() != 3) {
      throw new IllegalStateException("the state's terms are not as this build writes them");
    }
    return new CohortTerms(parts.get(0), parts.get(1), parts.get(2));
  }

  String text() {
    return space + "\n" + form + "\n" + guarantee;
  }

  /**
   * Forgets what was made under other terms. Rows that were written by another form are not what
   * the agreement lets out now, those decided under another guarantee are not in the crowds that it
   * asks for, and homes of another space mean nothing in this one.
   *
   * @return how many rows were taken away
   */
  int keep(CohortTerms before, CohortPages pages, CohortGate gate, CohortPace pace)
      throws Exception {
    int rows = 0;
    if (!before.equals(this)) {
      rows += gate.clear() + pace.clear();
    }
    if (!before.form.equals(form)) {
      rows += pages.clearWaiting();
    }
    if (!before.space.equals(space)) {
      rows += pages.clearWaiting();
      pages.clear();
    }
    return rows;
  }
}
