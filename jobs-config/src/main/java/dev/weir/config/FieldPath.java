package dev.weir.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a field stands in a record: {@code address.zip}, {@code items[].sku}, {@code "a.b".c}.
 *
 * <p>A name that holds a dot, a quote or a bracket is written in double quotes, in which a
 * backslash escapes the next character. {@code []} after a name means each item of that array.
 */
public record FieldPath(List<Segment> segments) implements Serializable {

  /** One name on the way; {@code items} if the path goes on inside each item of that array. */
  public record Segment(String name, boolean items) implements Serializable {
    @Override
    public String toString() {
      return quoted(name) + (items ? "[]" : "");
    }
  }

  /**
   * @throws IllegalArgumentException if there is no segment
   */
  public FieldPath {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a field path names at least one field");
    }
    segments = List.copyOf(segments);
  }

  /** A path of plain names, none of them an array. */
  public static FieldPath of(String... names) {
    return new FieldPath(List.of(names).stream().map(n -> new Segment(n, false)).toList());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if a name is empty, a quote stays open or text follows a quote
   */
  @JsonCreator
  public static FieldPath parse(String text) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      StringBuilder name = new StringBuilder();
      at = readName(text, at, name);
      boolean items = text.startsWith("[]", at);
      at += items ? 2 : 0;
      if (name.length() == 0 || (at < text.length() && text.charAt(at) != '.')) {
        throw new IllegalArgumentException("not a field path");
      }
      segments.add(new Segment(name.toString(), items));
      at++;
    }
    return new FieldPath(segments);
  }

  private static int readName(String text, int from, StringBuilder name) {
    if (from < text.length() && text.charAt(from) == '"') {
      return readQuoted(text, from + 1, name);
    }
    int at = from;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      name.append(text.charAt(at++));
    }
    return at;
  }

  private static int readQuoted(String text, int from, StringBuilder name) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c == '\\' && at + 1 < text.length()) {
        c = text.charAt(++at);
      }
      name.append(c);
    }
    throw new IllegalArgumentException("a quote stays open");
  }

  /** This path with one more plain name. */
  public FieldPath then(String name) {
    List<Segment> longer = new ArrayList<>(segments);
    longer.add(new Segment(name, false));
    return new FieldPath(longer);
  }

  /** This path, inside each item of the array it names. */
  public FieldPath eachItem() {
    List<Segment> inside = new ArrayList<>(segments);
    inside.set(inside.size() - 1, new Segment(inside.get(inside.size() - 1).name(), true));
    return new FieldPath(inside);
  }

  /** Whether the value lies inside an array, so that a record may hold several of it. */
  public boolean repeated() {
    return segments.stream().anyMatch(Segment::items);
  }

  /** The written form; {@link #parse} reads it back. */
  @JsonValue
  @Override
  public String toString() {
    return String.join(".", segments.stream().map(Segment::toString).toList());
  }

  private static String quoted(String name) {
    boolean plain = !name.isEmpty() && name.chars().noneMatch(c -> "\".[]\\".indexOf(c) >= 0);
    return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
