package dev.weir.metering.usage;

import java.util.regex.Pattern;

/**
 * What one release of an agreement let out in a minute, or a part of it.
 *
 * @param partner its id
 * @param release its name in the agreement
 */
public record Metered(
    String partner, AgreementRef agreement, String release, Minute window, Usage usage) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /**
   * @throws IllegalArgumentException if partner or release is no name of the language
   */
  public Metered {
    if (!NAME.matcher(partner).matches() || !NAME.matcher(release).matches()) {
      throw new IllegalArgumentException(
          "partner and release are names of letters, digits, dots, hyphens and underscores");
    }
  }

  /**
   * What is counted, without how much: the same after every replay. No part of it holds a slash.
   */
  String name() {
    return String.join("/", partner, agreement.toString(), release, window.from().toString());
  }
}
