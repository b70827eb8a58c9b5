package dev.weir.local.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Text in columns of a terminal. */
final class Cells {

  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
  private static final int EMOJI_FROM = 0x1F300;
  private static final int EMOJI_TO = 0x1FAFF;

  private Cells() {}

  /**
   * Text that a terminal shows and does not obey: control characters, and those that turn the
   * direction of writing, as {@code \u001b}.
   */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> appendShown(shown, c));
    return shown.toString();
  }

  private static void appendShown(StringBuilder shown, int c) {
    boolean obeyed =
        Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.SURROGATE;
    if (obeyed) {
      shown.append(String.format("\\u%04x", c));
    } else {
      shown.appendCodePoint(c);
    }
  }

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide = WIDE.contains(UnicodeScript.of(c)) || (c >= EMOJI_FROM && c <= EMOJI_TO);
    return wide ? 2 : 1;
  }

  /** The text in exactly so many columns: padded, or cut with an ellipsis. */
  static String fit(String text, int columns) {
    int width = width(text);
    if (width <= columns) {
      return text + " ".repeat(columns - width);
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      if (used + width(c) > columns - 1) {
        break;
      }
      cut.appendCodePoint(c);
      used += width(c);
    }
    return cut + "…" + " ".repeat(columns - used - 1);
  }
}
