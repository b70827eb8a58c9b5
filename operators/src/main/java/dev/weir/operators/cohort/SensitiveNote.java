package dev.weir.operators.cohort;

import dev.weir.config.FieldPath;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Output;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a row shows of one sensitive field, for its crowd to be looked at. Confined to one
 * thread.
 */
public final class SensitiveNote {

  private final CohortDraft draft;
  private final int field;
  private final ValueCode code;

  private SensitiveNote(CohortDraft draft, int field, ValueCode code) {
    this.draft = draft;
    this.field = field;
    this.code = code;
  }

  /**
   * Of a leaf that leaves.
   *
   * @param zone of times without an offset; null: they have one
   * @return null: no rule of the release looks at it
   */
  public static @Nullable SensitiveNote of(
      CohortPlan plan, CohortDraft draft, Output.Leaf leaf, @Nullable ZoneId zone) {
    FieldPath path = leaf.source();
    int field = plan.sensitive().indexOf(path);
    return field < 0 ? null : new SensitiveNote(draft, field, ValueCode.of(leaf, zone));
  }

  /** In its canonical text, as it leaves. */
  public void note(byte[] text, int from, int to) {
    draft.sensitive(field, code.code(text, from, to));
  }
}
