package dev.weir.operators.treat;

import dev.weir.plan.Step;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.TokenBinding;
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
    return keys(step.key()).tokenizer(binding, step.pad() == null ? 0 : step.pad());
  }

  @Override
  public ShiftDays shiftDays(Step.Shift step) {
    return keys(step.key()).dayShift(step.context().scope(), step.maxDays())::days;
  }

  private PartnerKeys keys(Step.KeyRef key) {
    return provider.partner(key.partner());
  }
}
