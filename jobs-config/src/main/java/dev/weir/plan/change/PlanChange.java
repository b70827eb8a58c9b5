package dev.weir.plan.change;

import java.util.Locale;

/**
 * One difference.
 *
 * @param where {@code <agreement>/<release>}, {@code <product>/<object>}, the uid of an operator,
 *     or the control topic
 * @param text what it is, in words
 */
public record PlanChange(Kind kind, String where, String text) {

  /** In the order in which they are told: what leaves first. */
  public enum Kind {
    /** Leaves now, and did not before. */
    LEAVES,
    /** Left before, and does not now. */
    ENDS,
    /** Leaves in another form. */
    FORM,
    /** The same value gets another token than before. */
    TOKENS,
    /** Topic, period or another term of a release. */
    TERMS,
    /** State of an operator that is lost, or that begins empty. */
    STATE,
    /** Whether a savepoint of the earlier job can be gone on from. */
    SAVEPOINT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
