package dev.weir.contract;

import java.util.HashSet;
import java.util.Set;

/** Names that Avro takes, each once. */
final class AvroNames {

  private final Set<String> taken = new HashSet<>();

  /** The name, or the first of {@code name_2}, {@code name_3}, … that is free. */
  String take(String name) {
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + "_" + i;
    }
    return unique;
  }

  static boolean isLegal(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  /** Letters, digits and underscores of ASCII, not beginning with a digit. */
  static String legal(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    return isLegal(plain) ? plain : "_" + plain;
  }
}
