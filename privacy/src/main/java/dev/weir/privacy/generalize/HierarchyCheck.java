package dev.weir.privacy.generalize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether lines are one tree in which every label means one set of leaves. */
final class HierarchyCheck {

  private final List<HierarchyLine> lines;
  private final List<HierarchyProblem> problems = new ArrayList<>();

  private HierarchyCheck(List<HierarchyLine> lines) {
    this.lines = lines;
  }

  static List<HierarchyProblem> problems(List<HierarchyLine> lines) {
    if (lines.isEmpty()) {
      return List.of(new HierarchyProblem(0, 0, "There are no leaves", "Write a line for each"));
    }
    HierarchyCheck check = new HierarchyCheck(lines);
    check.shape();
    if (check.problems.isEmpty()) {
      check.leaves();
      check.parents();
      check.roots();
      check.meanings();
    }
    check.problems.sort(Comparator.comparingLong(HierarchyProblem::line));
    return check.problems;
  }

  /** The rest looks cells up by their level, so this comes first. */
  private void shape() {
    int levels = lines.get(0).levels();
    for (HierarchyLine line : lines) {
      if (line.levels() != levels) {
        add(line, 0, "The line has another number of cells than the first", "Fill every level");
      }
      for (int cell = 0; cell < line.levels(); cell++) {
        if (line.cells().get(cell).isBlank()) {
          add(line, cell + 1, "The cell is empty", "Give each level a label");
        }
      }
    }
  }

  private void leaves() {
    Map<String, Long> seen = new HashMap<>();
    for (HierarchyLine line : lines) {
      Long before = seen.putIfAbsent(line.leaf(), line.number());
      if (before != null) {
        add(line, 1, "The leaf is on line " + before + " already", "Keep one of the two lines");
      }
    }
  }

  private void parents() {
    for (int level = 0; level < lines.get(0).levels() - 1; level++) {
      Map<String, HierarchyLine> seen = new HashMap<>();
      for (HierarchyLine line : lines) {
        HierarchyLine first = seen.putIfAbsent(line.cells().get(level), line);
        boolean leafTwice = level == 0; // told already
        if (first != null && !leafTwice && !sameParent(first, line, level)) {
          add(
              line,
              level + 1,
              "The label has another parent on line " + first.number(),
              "Give one label one parent");
        }
      }
    }
  }

  private static boolean sameParent(HierarchyLine one, HierarchyLine other, int level) {
    return one.cells().get(level + 1).equals(other.cells().get(level + 1));
  }

  private void roots() {
    int root = lines.get(0).levels() - 1;
    for (HierarchyLine line : lines) {
      if (!line.cells().get(root).equals(lines.get(0).cells().get(root))) {
        add(line, root + 1, "The last label is not that of the first line", "End every line in *");
      }
    }
  }

  /** A reader sees the label alone, and must know what it stands for. */
  private void meanings() {
    Map<String, Set<String>> leavesOf = new HashMap<>();
    for (int level = 0; level < lines.get(0).levels(); level++) {
      Map<String, Set<String>> here = new HashMap<>();
      Map<String, HierarchyLine> first = new HashMap<>();
      for (HierarchyLine line : lines) {
        here.computeIfAbsent(line.cells().get(level), label -> new HashSet<>()).add(line.leaf());
        first.putIfAbsent(line.cells().get(level), line);
      }
      for (Map.Entry<String, HierarchyLine> label : first.entrySet()) {
        Set<String> below = leavesOf.putIfAbsent(label.getKey(), here.get(label.getKey()));
        if (below != null && !below.equals(here.get(label.getKey()))) {
          add(
              label.getValue(),
              level + 1,
              "The label is used on a lower level for other leaves",
              "Give it a name of its own");
        }
      }
    }
  }

  private void add(HierarchyLine line, int cell, String message, String mend) {
    problems.add(new HierarchyProblem(line.number(), cell, message, mend));
  }
}
