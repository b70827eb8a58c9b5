package dev.weir.operators.registry;

/**
 * The registry cannot be asked, or refuses. Says which request and what to do, without credentials.
 */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean transientFault;

  RegistryException(String message, boolean transientFault) {
    super(message);
    this.transientFault = transientFault;
  }

  /** Whether the same request may do later: no connection, a time-out, a fault of the server's. */
  public boolean isTransient() {
    return transientFault;
  }
}
