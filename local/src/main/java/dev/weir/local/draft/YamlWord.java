package dev.weir.local.draft;

import java.util.regex.Pattern;

/** Texts as scalars of YAML. */
final class YamlWord {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
  private static final Pattern MEANT =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|nan|inf");

  private YamlWord() {}

  /** Plain where every reader takes it for a text; else in double quotes. */
  static String of(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !MEANT.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> escape(point, quoted));
    return quoted.append('"').toString();
  }

  /** What YAML 1.2, section 5.1, does not print, and what may break a line, is escaped. */
  private static void escape(int point, StringBuilder to) {
    if (point == '"' || point == '\\') {
      to.append('\\').appendCodePoint(point);
    } else if (Character.isISOControl(point)
        || Character.getType(point) == Character.SURROGATE
        || Character.getType(point) == Character.FORMAT
        || Character.getType(point) == Character.LINE_SEPARATOR
        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR) {
      to.append(String.format(point > 0xffff ? "\\U%08x" : "\\u%04x", point));
    } else {
      to.appendCodePoint(point);
    }
  }
}
