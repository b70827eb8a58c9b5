package dev.weir.config.agreement;

import dev.weir.config.bind.Form;
import dev.weir.config.bind.Words;
import java.util.Map;

/** The two keys that say what a file of the language is. */
public final class Header {

  /** The version of the language, which every file of it names. */
  public static final String LANGUAGE = "weir/v1";

  /** {@code apiVersion}. */
  public static final Form<String> API_VERSION = only(LANGUAGE);

  private Header() {}

  /** {@code kind}, of which only one fits. */
  public static Form<String> only(String word) {
    return new Words<>(Map.of(word, word));
  }
}
