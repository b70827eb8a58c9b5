package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a partner's keys. Any id has one, and no two share one: what is not a lower-case
 * letter, a digit, {@code _} or {@code -}, or a dot inside, is written as {@code %} and two hex
 * digits for each byte, so that ids that differ in case stay apart on every file system.
 */
final class PartnerFolder {

  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-";

  private PartnerFolder() {}

  static Path of(Path partners, String partner) {
    if (partner.isEmpty()) {
      throw new KeyException(
          KeyException.Kind.MISSING, "the id of a partner is empty; name the partner");
    }
    StringBuilder name = new StringBuilder();
    for (byte unit : partner.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = PLAIN.indexOf(unit) >= 0 || unit == '.' && name.length() > 0;
      name.append(plain ? Character.toString(unit) : String.format("%%%02X", unit));
    }
    return partners.resolve(name.toString());
  }

  static Path file(Path partners, String partner, KeyUse use) {
    return of(partners, partner).resolve(use.word() + ".json");
  }

  /** The partner whose folder it is; empty if it is no partner's. */
  static Optional<String> partner(Path folder) {
    try {
      String name = String.valueOf(folder.getFileName());
      String partner = URLDecoder.decode(name, StandardCharsets.UTF_8);
      boolean ours = of(folder.resolveSibling("."), partner).endsWith(name);
      return ours ? Optional.of(partner) : Optional.empty();
    } catch (IllegalArgumentException | KeyException e) {
      return Optional.empty();
    }
  }
}
