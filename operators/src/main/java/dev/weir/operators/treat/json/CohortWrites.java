package dev.weir.operators.treat.json;

import dev.weir.config.FieldPath;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.ValueCode;
import dev.weir.operators.decode.json.JsonLayout;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.tokenization.CohortTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release of cohorts writes besides: it leaves open what depends on the crowd, and notes
 * what the crowd is looked at for.
 */
final class CohortWrites {

  private final CohortDraft draft;
  private final List<FieldPath> sensitive;
  private final TokenKeys keys;
  private int quasiIdentifiers;

  /**
   * @param sensitive fields that the crowd's values are looked at of
   */
  CohortWrites(CohortDraft draft, List<FieldPath> sensitive, TokenKeys keys) {
    this.draft = draft;
    this.sensitive = List.copyOf(sensitive);
    this.keys = keys;
  }

  /** The next quasi-identifier: asked in the order in which they leave. */
  Write next() {
    return new Opening(draft, quasiIdentifiers++);
  }

  Write token(Step.CohortToken step, JsonLayout.Leaf layout, boolean key) {
    return new Token(draft, layout, keys.cohortTokens(step), key);
  }

  /** The same, noted if it is of a sensitive field. */
  Write noted(Output.Leaf leaf, JsonLayout.Leaf layout, Write write) {
    int field = sensitive.indexOf(leaf.source());
    return field < 0
        ? write
        : new Noted(
            write,
            draft,
            field,
            layout,
            ValueCode.of(leaf, layout.zone()),
            leaf.step() instanceof Step.Keep);
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

  /**
   * @param itself whether the value leaves as it is: however it is written, it is one value
   */
  private record Noted(
      Write write,
      CohortDraft draft,
      int field,
      JsonLayout.Leaf layout,
      ValueCode code,
      boolean itself)
      implements Write {
    @Override
    public @Nullable Rejection write(Work work, int base) {
      int start = work.value.length();
      Rejection refused = write.write(work, base);
      if (refused == null) {
        draft.sensitive(field, itself ? ofValue(work, base) : ofWritten(work, start));
      }
      return refused;
    }

    private long ofValue(Work work, int base) {
      work.setText(layout, base);
      return code.code(work.text.array(), work.text.from(), work.text.to());
    }

    private long ofWritten(Work work, int start) {
      byte[] written = work.value.array();
      int end = work.value.length();
      boolean quoted = end - start > 1 && written[start] == '"';
      return quoted ? code.code(written, start + 1, end - 1) : code.code(written, start, end);
    }
  }
}
