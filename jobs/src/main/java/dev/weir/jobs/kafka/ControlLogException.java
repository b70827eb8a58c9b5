package dev.weir.jobs.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The control log cannot be read or written now. The message says what failed, and no value. */
public final class ControlLogException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  ControlLogException(String message) {
    super(message, new IOException(message));
  }
}
