package dev.weir.metering.ledger;

/** What the ledger refuses. Nothing was added. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerException(String message) {
    super(message);
  }
}
