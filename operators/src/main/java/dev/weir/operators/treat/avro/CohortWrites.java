package dev.weir.operators.treat.avro;

import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.SensitiveNote;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.decode.avro.Layout;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.Noted;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.tokenization.CohortTokens;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a release of cohorts writes besides: it leaves open what depends on the crowd, and notes
 * what the crowd is looked at for.
 */
record CohortWrites(CohortPlan plan, CohortSpace space, CohortDraft draft, TokenKeys keys) {

  /** A quasi-identifier, with the branch of its union. */
  Write opening(Output.Leaf leaf) {
    int number = space.number(leaf);
    return (work, spans) -> {
      draft.open(number);
      return null;
    };
  }

  Write token(Step.CohortToken step, int slot, Encoding encoding, boolean key) {
    return new Token(draft, slot, encoding, keys.cohortTokens(step), key);
  }

  /** A value that leaves as it is, noted if it is of a sensitive field. */
  Write kept(Output.Leaf leaf, Layout.Leaf layout, Encoding encoding, Write write) {
    SensitiveNote note = note(leaf, layout);
    return note == null ? write : new Kept(write, layout.slot(), encoding, note);
  }

  /** A treatment, noted likewise. */
  TextTreatment treated(Output.Leaf leaf, Layout.Leaf layout, TextTreatment treatment) {
    SensitiveNote note = note(leaf, layout);
    return note == null ? treatment : new Noted(treatment, note);
  }

  private @Nullable SensitiveNote note(Output.Leaf leaf, Layout.Leaf layout) {
    String zone = layout.shape().zone();
    return SensitiveNote.of(plan, draft, leaf, zone == null ? null : ZoneId.of(zone));
  }

  private record Token(
      CohortDraft draft, int slot, Encoding encoding, CohortTokens tokens, boolean key)
      implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      work.setText(encoding, spans, slot);
      draft.openToken(tokens.of(work.text.array(), 0, work.text.length()), key);
      return null;
    }
  }

  /** However it is encoded, it is one value. */
  private record Kept(Write write, int slot, Encoding encoding, SensitiveNote note)
      implements Write {
    @Override
    public @Nullable Rejection write(Work work, int[] spans) {
      work.setText(encoding, spans, slot);
      note.note(work.text.array(), 0, work.text.length());
      return write.write(work, spans);
    }
  }
}
