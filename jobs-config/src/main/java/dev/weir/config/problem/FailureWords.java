package dev.weir.config.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Locale;
import java.util.Map;

/**
 * Failures of the system and of libraries, in words. What they say themselves is left out: it may
 * hold what a file or a record holds.
 */
public final class FailureWords {

  private static final Map<Class<?>, String> SAID =
      Map.of(
          IOException.class, "reading or writing failed",
          UncheckedIOException.class, "reading or writing failed",
          ConnectException.class, "no connection");

  private FailureWords() {}

  /** The failure's kind: {@code no such file}, {@code access denied}. */
  public static String of(Throwable failure) {
    String said = SAID.get(failure.getClass());
    return said == null ? words(failure.getClass().getSimpleName()) : said;
  }

  private static String words(String name) {
    String bare = name.replaceFirst("(Exception|Error)$", "");
    String words = bare.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
    return words.toLowerCase(Locale.ROOT);
  }
}
