package dev.weir.jobs.gateway;

import dev.weir.operators.stage.KeySource;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyProvider;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.PassphraseReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A key directory, opened on the machine that needs it: every machine of the cluster has it at the
 * same place.
 *
 * @param directory null: the gateway names none
 */
record GatewayKeys(@Nullable String directory, PassphraseReference passphrase)
    implements KeySource {

  @Override
  public KeyProvider open() {
    if (directory == null) {
      throw new KeyException(
          KeyException.Kind.MISSING, "the gateway names no keys; write keys.provider: file:DIR");
    }
    try (Passphrase secret = passphrase.read()) {
      return KeyDirectory.open(Path.of(directory), secret);
    }
  }
}
