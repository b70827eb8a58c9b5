package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;

/**
 * One key by name.
 *
 * @param keyId as tokens have it; to be read as unsigned
 */
public record KeyName(String partner, KeyUse use, int keyId) {

  /**
   * Of {@code <partner>/<use>/<key id>}, as {@link #toString} gives it.
   *
   * @throws KeyException if it is no such name
   */
  public static KeyName parse(String text) {
    int id = text.lastIndexOf('/');
    int use = id < 0 ? -1 : text.lastIndexOf('/', id - 1);
    if (use < 1) {
      throw unnamed();
    }
    try {
      KeyUse named = KeyUse.find(text.substring(use + 1, id)).orElseThrow(KeyName::unnamed);
      int keyId = Integer.parseUnsignedInt(text.substring(id + 1));
      return new KeyName(text.substring(0, use), named, keyId);
    } catch (NumberFormatException e) {
      throw unnamed();
    }
  }

  private static KeyException unnamed() {
    return new KeyException(
        KeyException.Kind.MISSING,
        "a key's name is <partner>/<use>/<key id>, as acme/deterministic/305441741; weir keys list"
            + " shows them");
  }

  @Override
  public String toString() {
    return partner + "/" + use + "/" + Integer.toUnsignedString(keyId);
  }
}
