package dev.weir.jobs.gateway;

import dev.weir.operators.stage.KeySource;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyProvider;
import dev.weir.tokenization.keys.KeyProviderSpec;
import dev.weir.tokenization.keys.PassphraseReference;
import org.jspecify.annotations.Nullable;

/**
 * A key directory, opened on the machine that needs it: every machine of the cluster has it at the
 * same place.
 *
 * @param spec null: the gateway names none
 */
record GatewayKeys(@Nullable KeyProviderSpec spec) implements KeySource {

  @Override
  public KeyProvider open() {
    if (spec == null) {
      throw new KeyException(
          KeyException.Kind.MISSING, "the gateway names no keys; write keys.provider: file:DIR");
    }
    return spec.open();
  }

  @Override
  public @Nullable String directory() {
    return spec == null ? null : spec.text();
  }

  @Override
  public @Nullable PassphraseReference passphrase() {
    return spec == null || spec.service().isPresent() ? null : spec.passphrase();
  }
}
