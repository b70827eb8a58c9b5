package dev.weir.local.invoice;

/** An invoice that the standard's rules refuse, or that cannot be one. Nothing was written. */
public final class InvoiceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvoiceException(String message) {
    super(message);
  }
}
