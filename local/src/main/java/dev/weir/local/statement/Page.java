package dev.weir.local.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A page of XHTML for screen and paper, put together so that no text is ever read as a tag. Nothing
 * is loaded from elsewhere.
 */
public final class Page {

  private final StringBuilder text = new StringBuilder();

  private Page() {}

  /**
   * Begins one.
   *
   * @param foot of every sheet
   */
  public static Page begun(String title, String foot) {
    Page page = new Page();
    page.markup(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>\n");
    page.markup("<meta charset=\"UTF-8\" />\n");
    page.element("title", "", title);
    page.markup("<style>\n" + style() + "</style>\n</head><body>\n");
    return page.element("div", "foot", foot);
  }

  private static String style() {
    try (InputStream css = Page.class.getResourceAsStream("statement.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** All of it. */
  public String end() {
    return text + "</body></html>\n";
  }

  /** A cell with a label above its value. */
  public Page fact(String label, String value) {
    open("td", "").element("span", "label", label).element("span", "value", value);
    return close("td");
  }

  /** An element with a text in it, its ends of lines kept. */
  public Page element(String name, String style, String content) {
    open(name, style);
    text.append(escaped(content));
    return close(name);
  }

  /** Begins an element. */
  public Page open(String name, String style) {
    text.append('<').append(name);
    if (!style.isEmpty()) {
      text.append(" class=\"").append(style).append('"');
    }
    text.append('>');
    return this;
  }

  /** Ends an element. */
  public Page close(String name) {
    text.append("</").append(name).append(">\n");
    return this;
  }

  /**
   * A row of a table.
   *
   * @param cell {@code th} or {@code td}
   * @param numbers where the cells that are numbers begin, which stand to the right
   */
  public Page row(String cell, String style, int numbers, List<String> cells) {
    open("tr", style);
    for (int i = 0; i < cells.size(); i++) {
      element(cell, i >= numbers ? "number" : "", cells.get(i));
    }
    return close("tr");
  }

  /** As it is: markup of our own, no text. */
  private Page markup(String markup) {
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
}
