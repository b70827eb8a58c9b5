package dev.weir.operators.stage;

import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyProvider;
import java.io.Serializable;

/** Where a stage finds the keys on the machine that runs it. Holds no key itself. */
@FunctionalInterface
public interface KeySource extends Serializable {

  /**
   * Opens the keys.
   *
   * @throws KeyException if they cannot be opened
   */
  KeyProvider open();
}
