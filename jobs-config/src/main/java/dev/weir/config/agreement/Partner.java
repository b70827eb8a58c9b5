package dev.weir.config.agreement;

import org.jspecify.annotations.Nullable;

/**
 * Who gets the data. The id names topics and keys.
 *
 * @param id empty where a file with problems does not say it
 */
public record Partner(String id, @Nullable String name) {

  /** Of an agreement that names none, which has been noted. */
  static final Partner UNREAD = new Partner("", null);
}
