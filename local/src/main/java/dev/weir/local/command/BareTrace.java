package dev.weir.local.command;

import org.jspecify.annotations.Nullable;

/** Types and places of an exception and its causes, without their messages. */
final class BareTrace {

  private static final int MOST_CAUSES = 10;

  private BareTrace() {}

  static String of(Throwable thrown) {
    StringBuilder trace = new StringBuilder();
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      trace.append("\n  ").append(cause.getClass().getName());
      for (StackTraceElement frame : cause.getStackTrace()) {
        trace.append("\n    at ").append(frame);
      }
      cause = cause.getCause();
    }
    return trace.toString();
  }
}
