package dev.weir.metering.usage;

import java.io.IOException;
import java.util.List;

/** Bytes that are no usage event; names each attribute that is wrong, and repeats no value. */
public final class UsageFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  UsageFormatException(List<String> problems) {
    super("This is no usage event: " + String.join("; ", problems));
  }
}
