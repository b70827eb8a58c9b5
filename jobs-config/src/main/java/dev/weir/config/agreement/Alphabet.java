package dev.weir.config.agreement;

import org.jspecify.annotations.Nullable;

/** The alphabets of format-preserving tokens. */
public final class Alphabet {

  public static final String DIGITS = "0123456789";

  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

  private Alphabet() {}

  /**
   * The characters that an agreement means: those of the names {@code digits}, {@code hex} (lower
   * case) and {@code alphanumeric}, or else what is written.
   *
   * @param written null for the default, digits
   */
  public static String characters(@Nullable String written) {
    if (written == null) {
      return DIGITS;
    }
    return switch (written) {
      case "digits" -> DIGITS;
      case "hex" -> DIGITS + "abcdef";
      case "alphanumeric" -> DIGITS + UPPER + LOWER;
      default -> written;
    };
  }
}
