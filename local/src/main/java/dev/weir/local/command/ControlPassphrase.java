package dev.weir.local.command;

import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.PassphraseReference;

/**
 * The passphrase of the directory with the signing key: {@code WEIR_CONTROL_PASSPHRASE} or {@code
 * WEIR_CONTROL_PASSPHRASE_FILE}, so that it need not be that of the gateway's keys; that one where
 * neither is set.
 */
final class ControlPassphrase {

  private static final String NAME = "WEIR_CONTROL_PASSPHRASE";

  private ControlPassphrase() {}

  static Passphrase read(CommandContext context) {
    boolean own =
        context.environment().containsKey(NAME)
            || context.environment().containsKey(NAME + "_FILE");
    PassphraseReference reference =
        own ? new PassphraseReference.Environment(NAME) : PassphraseReference.standard();
    return reference.read(context.environment()::get);
  }
}
