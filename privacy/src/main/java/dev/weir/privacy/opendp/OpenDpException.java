package dev.weir.privacy.opendp;

/**
 * The library refused a parameter, failed, or cannot be used. Names parameters, never values of the
 * data.
 */
public final class OpenDpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OpenDpException(String message) {
    super(message);
  }

  OpenDpException(String message, Throwable cause) {
    super(message, cause);
  }
}
