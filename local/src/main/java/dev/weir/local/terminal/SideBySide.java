package dev.weir.local.terminal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a record was and what leaves of it, field by field. */
public final class SideBySide {

  private static final int LONGEST_NAME = 24;
  private static final String ARROW = " → ";
  private static final String ABSENT = "·";

  private final int width;

  /**
   * @param width of the terminal in columns
   */
  public SideBySide(int width) {
    this.width = width;
  }

  /**
   * One line per field of either side, the first side's order before the second's; a side that
   * lacks the field shows a dot.
   *
   * @param before path of each leaf to its value, both as text
   * @param after likewise
   */
  public List<String> lines(Map<String, String> before, Map<String, String> after) {
    Set<String> paths = new LinkedHashSet<>(before.keySet());
    paths.addAll(after.keySet());
    int name = Math.min(LONGEST_NAME, widest(paths));
    int value = Math.max(8, (width - name - 2 - ARROW.length()) / 2);
    List<String> lines = new ArrayList<>();
    for (String path : paths) {
      String left = Cells.fit(Cells.shown(before.getOrDefault(path, ABSENT)), value);
      String right = Cells.fit(Cells.shown(after.getOrDefault(path, ABSENT)), value);
      lines.add((Cells.fit(Cells.shown(path), name) + "  " + left + ARROW + right).stripTrailing());
    }
    return lines;
  }

  private static int widest(Set<String> paths) {
    return paths.stream().mapToInt(p -> Cells.width(Cells.shown(p))).max().orElse(0);
  }
}
