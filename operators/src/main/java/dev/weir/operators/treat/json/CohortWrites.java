package dev.weir.operators.treat.json;

import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.SensitiveNote;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.Noted;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.tokenization.CohortTokens;
import org.jspecify.annotations.Nullable;

/**
 * What a release of cohorts writes besides: it leaves open what depends on the crowd, and notes
 * what the crowd is looked at for.
 */
record CohortWrites(CohortPlan plan, CohortSpace space, CohortDraft draft, TokenKeys keys) {

  /** A quasi-identifier. */
  Write opening(Output.Leaf leaf) {
    return new Opening(draft, space.number(leaf));
  }

  Write token(Step.CohortToken step, JsonLayout.Leaf layout, boolean key) {
    return new Token(draft, layout, keys.cohortTokens(step), key);
  }

  /** A value that leaves as it is, noted if it is of a sensitive field. */
  Write kept(Output.Leaf leaf, JsonLayout.Leaf layout, Write write) {
    SensitiveNote note = SensitiveNote.of(plan, draft, leaf, layout.zone());
    return note == null ? write : new Kept(write, layout, note);
  }

  /** A treatment, noted likewise. */
  TextTreatment treated(Output.Leaf leaf, JsonLayout.Leaf layout, TextTreatment treatment) {
    SensitiveNote note = SensitiveNote.of(plan, draft, leaf, layout.zone());
    return note == null ? treatment : new Noted(treatment, note);
  }

  private record Opening(CohortDraft draft, int number) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      draft.open(number);
      return null;
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }

  private record Token(CohortDraft draft, JsonLayout.Leaf layout, CohortTokens tokens, boolean key)
      implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      work.setText(layout, base);
      byte[] text = work.text.array();
      draft.openToken(tokens.of(text, work.text.from(), work.text.to()), key);
      return null;
    }
  }

  /** However it is written, it is one value. */
  private record Kept(Write write, JsonLayout.Leaf layout, SensitiveNote note) implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      work.setText(layout, base);
      note.note(work.text.array(), work.text.from(), work.text.to());
      return write.write(work, base);
    }
  }
}
