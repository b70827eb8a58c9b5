package dev.weir.operators.treat;

import dev.weir.plan.Step;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.TokenFormat;
import dev.weir.tokenization.Tokenizer;
import dev.weir.tokenization.keys.KeyProvider;

/** The keys of partners, for the steps of plans: each step names the partner it needs one of. */
public final class PartnerTokenKeys implements TokenKeys {

  private final KeyProvider provider;

  public PartnerTokenKeys(KeyProvider provider) {
    this.provider = provider;
  }

  @Override
  public Tokenizer tokenizer(Step.Tokenize step) {
    Step.TokenContext context = step.context();
    TokenBinding binding = new TokenBinding(context.scheme(), context.scope(), context.domain());
    PartnerKeys keys = keys(step.key());
    Step.TokenFormat format = step.format();
    return format == null
        ? keys.tokenizer(binding, step.pad() == null ? 0 : step.pad())
        : keys.tokenizer(binding, format(format));
  }

  private static TokenFormat format(Step.TokenFormat format) {
    return new TokenFormat(format.alphabet(), format.keepFirst(), format.keepLast(), format.luhn());
  }

  @Override
  public ShiftDays shiftDays(Step.Shift step) {
    return keys(step.key()).dayShift(step.context().scope(), step.maxDays())::days;
  }

  private PartnerKeys keys(Step.KeyRef key) {
    return provider.partner(key.partner());
  }
}
