package dev.weir.operators.stage;

import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyProvider;
import dev.weir.tokenization.keys.PassphraseReference;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Where a stage finds the keys on the machine that runs it. Holds no key itself. */
@FunctionalInterface
public interface KeySource extends Serializable {

  /**
   * Opens the keys.
   *
   * @throws KeyException if they cannot be opened
   */
  KeyProvider open();

  /** Of keys in files, as {@code weir keys --keys} takes it, for messages; null: they are not. */
  default @Nullable String directory() {
    return null;
  }

  /** Where the passphrase is looked for, for messages; null: none is needed. */
  default @Nullable PassphraseReference passphrase() {
    return null;
  }
}
