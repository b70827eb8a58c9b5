package dev.weir.local.statement;

import java.util.List;

/** XHTML, put together so that no text is ever read as a tag. */
final class Page {

  private final StringBuilder text = new StringBuilder();

  /** An element with a text in it, its ends of lines kept. */
  Page element(String name, String style, String content) {
    open(name, style);
    text.append(escaped(content));
    return close(name);
  }

  Page open(String name, String style) {
    text.append('<').append(name);
    if (!style.isEmpty()) {
      text.append(" class=\"").append(style).append('"');
    }
    text.append('>');
    return this;
  }

  Page close(String name) {
    text.append("</").append(name).append(">\n");
    return this;
  }

  /**
   * A row of a table.
   *
   * @param cell {@code th} or {@code td}
   * @param numbers where the cells that are numbers begin, which stand to the right
   */
  Page row(String cell, String style, int numbers, List<String> cells) {
    open("tr", style);
    for (int i = 0; i < cells.size(); i++) {
      element(cell, i >= numbers ? "number" : "", cells.get(i));
    }
    return close("tr");
  }

  /** As it is: markup of our own, no text. */
  Page markup(String markup) {
    text.append(markup);
    return this;
  }

  /** Characters that XML 1.0 does not have are shown as what they are not. */
  private static String escaped(String content) {
    StringBuilder escaped = new StringBuilder(content.length());
    content.codePoints().forEach(c -> append(c, escaped));
    return escaped.toString();
  }

  private static void append(int c, StringBuilder to) {
    switch (c) {
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '&' -> to.append("&amp;");
      case '"' -> to.append("&quot;");
      case '\n' -> to.append("<br />");
      default -> to.appendCodePoint(isText(c) ? c : '\uFFFD');
    }
  }

  /** XML 1.0, production 2; and nothing that turns the direction of writing. */
  private static boolean isText(int c) {
    boolean turned = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean xml =
        c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE);
    return (xml || c > 0xFFFF) && !turned;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
