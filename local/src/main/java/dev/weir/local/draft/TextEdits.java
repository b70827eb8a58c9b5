package dev.weir.local.draft;

import dev.weir.config.problem.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Adds to a text without changing what is there. Places are those of the text as it was. */
final class TextEdits {

  private final List<String> lines;
  private final TreeMap<Integer, List<String>> before = new TreeMap<>();
  private final TreeMap<Integer, TreeMap<Integer, String>> within = new TreeMap<>();
  private final Set<String> done = new HashSet<>();

  TextEdits(String text) {
    lines = Arrays.asList(text.split("\n", -1));
  }

  /** A place's line, without its end. */
  String line(Location at) {
    return lines.get(at.line() - 1);
  }

  /** What stands at a place; 0 at the end of a line. */
  int codePoint(Location at) {
    int offset = offset(at);
    return offset < line(at).length() ? line(at).codePointAt(offset) : 0;
  }

  private int offset(Location at) {
    return line(at).offsetByCodePoints(0, at.column() - 1);
  }

  /** Whether nothing but white space stands before a place in its line. */
  boolean firstInLine(Location at) {
    return line(at).substring(0, offset(at)).isBlank();
  }

  /** A line before the one of a place, once, however often it is asked for. */
  void lineBefore(Location at, String line) {
    if (done.add(at.line() + " " + line)) {
      String end = line(at).endsWith("\r") ? "\r" : "";
      before.computeIfAbsent(at.line(), none -> new ArrayList<>()).add(line + end);
    }
  }

  /** A text right after the character of a place, once. */
  void after(Location at, String text) {
    within.computeIfAbsent(at.line(), none -> new TreeMap<>()).putIfAbsent(offset(at) + 1, text);
  }

  String text() {
    List<String> all = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      all.addAll(before.getOrDefault(number, List.of()));
      StringBuilder line = new StringBuilder(lines.get(number - 1));
      within
          .getOrDefault(number, new TreeMap<>())
          .descendingMap()
          .forEach((offset, added) -> line.insert(offset, added));
      all.add(line.toString());
    }
    return String.join("\n", all);
  }
}
