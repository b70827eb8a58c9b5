package dev.weir.operators.stage;

import dev.weir.operators.cohort.DecidedRow;
import dev.weir.plan.CohortPlan;
import dev.weir.privacy.cohort.Undelivered;
import java.util.ArrayList;
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
   * What was forgotten.
   *
   * @param waiting rows that were not decided
   * @param decided rows that were, and had not left
   */
  record Forgotten(int waiting, List<DecidedRow> decided) {

    static final Forgotten NOTHING = new Forgotten(0, List.of());

    int rows() {
      return waiting + decided.size();
    }

    List<Undelivered> undelivered() {
      return decided.stream().map(DecidedRow::undelivered).toList();
    }
  }

  /**
   * Forgets what was made under other terms. Rows that were written by another form are not what
   * the agreement lets out now, those decided under another guarantee are not in the crowds that it
   * asks for, and homes of another space mean nothing in this one.
   */
  Forgotten keep(CohortTerms before, CohortPages pages, CohortGate gate, CohortPace pace)
      throws Exception {
    if (before.equals(this)) {
      return Forgotten.NOTHING;
    }
    List<DecidedRow> decided = new ArrayList<>(gate.take(all -> true));
    decided.addAll(pace.take(all -> true));
    int waiting = 0;
    if (!before.form.equals(form) || !before.space.equals(space)) {
      waiting = pages.clearWaiting();
    }
    if (!before.space.equals(space)) {
      pages.clear();
    }
    return new Forgotten(waiting, List.copyOf(decided));
  }
}
