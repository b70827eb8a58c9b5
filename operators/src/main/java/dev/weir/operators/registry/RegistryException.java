package dev.weir.operators.registry;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The registry cannot be asked, or refuses. Says which request and what to do, without credentials.
 * It is a fault from outside, so a stage that meets it is worth starting again.
 */
public final class RegistryException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private final boolean transientFault;

  RegistryException(String message, boolean transientFault) {
    super(message, new IOException(message));
    this.transientFault = transientFault;
  }

  /** Whether the same request may do later: no connection, a time-out, a fault of the server's. */
  public boolean isTransient() {
    return transientFault;
  }
}
