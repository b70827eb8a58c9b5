package dev.weir.operators.treat;

import dev.weir.plan.Step;
import dev.weir.tokenization.CohortTokens;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.TokenFormat;
import dev.weir.tokenization.Tokenizer;
import dev.weir.tokenization.ValueNamer;
import dev.weir.tokenization.keys.KeyProvider;
import org.jspecify.annotations.Nullable;

/** The keys of partners, for the steps of plans: each step names the partner it needs one of. */
public final class PartnerTokenKeys implements TokenKeys {

  private final KeyProvider provider;
  private final @Nullable Holes holes;
  private final @Nullable SubjectAtHand subject;

  /** For steps whose tokens are computed from the value alone; others are refused. */
  public PartnerTokenKeys(KeyProvider provider) {
    this(provider, null, null);
  }

  private PartnerTokenKeys(
      KeyProvider provider, @Nullable Holes holes, @Nullable SubjectAtHand subject) {
    this.provider = provider;
    this.holes = holes;
    this.subject = subject;
  }

  /**
   * For all steps.
   *
   * @param holes takes where random tokens will stand
   * @param subject is set before each record, for erasable tokens
   */
  public static PartnerTokenKeys remembering(
      KeyProvider provider, Holes holes, SubjectAtHand subject) {
    return new PartnerTokenKeys(provider, holes, subject);
  }

  @Override
  public Tokenizer tokenizer(Step.Tokenize step) {
    Step.TokenContext context = step.context();
    TokenBinding binding = new TokenBinding(context.scheme(), context.scope(), context.domain());
    PartnerKeys keys = keys(step.key());
    Step.TokenFormat format = step.format();
    if (step.remember() != null) {
      return placeholders(keys.valueNamer(binding), step.remember());
    }
    int pad = step.pad() == null ? 0 : step.pad();
    if (step.subjectKeys() != null) {
      return erasable(keys, binding, pad);
    }
    return format == null ? keys.tokenizer(binding, pad) : keys.tokenizer(binding, format(format));
  }

  private Tokenizer erasable(PartnerKeys keys, TokenBinding binding, int pad) {
    if (subject == null) {
      throw new IllegalArgumentException("nothing here has the keys of subjects");
    }
    return keys.tokenizer(binding, pad, subject);
  }

  private Tokenizer placeholders(ValueNamer namer, String remember) {
    if (holes == null) {
      throw new IllegalArgumentException("nothing here remembers random tokens");
    }
    return holes.placeholders(namer, remember);
  }

  private static TokenFormat format(Step.TokenFormat format) {
    return new TokenFormat(format.alphabet(), format.keepFirst(), format.keepLast(), format.luhn());
  }

  @Override
  public CohortTokens cohortTokens(Step.CohortToken step) {
    return keys(step.key()).cohortTokens(step.context().scope(), step.context().domain());
  }

  @Override
  public ShiftDays shiftDays(Step.Shift step) {
    return keys(step.key()).dayShift(step.context().scope(), step.maxDays())::days;
  }

  private PartnerKeys keys(Step.KeyRef key) {
    return provider.partner(key.partner());
  }
}
