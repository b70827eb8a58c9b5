package dev.weir.local.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings; a column of numbers stands to the right. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... headings) {
    this.headings = List.of(headings);
  }

  /**
   * @param cells as many as there are headings
   */
  public TextTable row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException("a row has as many cells as there are headings");
    }
    rows.add(List.of(cells).stream().map(String::valueOf).map(Cells::shown).toList());
    return this;
  }

  /** The lines, without trailing spaces. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(headings));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(width(column) - Cells.width(cell));
      line.append(column == 0 ? "" : GAP).append(numeric(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int widest = Cells.width(headings.get(column));
    for (List<String> row : rows) {
      widest = Math.max(widest, Cells.width(row.get(column)));
    }
    return widest;
  }

  private boolean numeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[0-9,.]+"));
  }
}
