package dev.weir.bench.cohorts;

import dev.weir.privacy.cluster.Division;
import dev.weir.privacy.cluster.Regions;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Field;
import dev.weir.privacy.generalize.HierarchyException;
import dev.weir.privacy.generalize.HierarchyFile;
import dev.weir.privacy.generalize.IntegerGrid;
import dev.weir.privacy.generalize.Space;
import dev.weir.privacy.generalize.Span;
import dev.weir.privacy.generalize.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * UCI Adult as ARX has it: eight quasi-identifiers and the salary class.
 *
 * @param ageStep the width of a cell of ages
 * @param points a person each, in the file's order
 * @param salaries 0 or 1
 */
record Adult(Space space, int ageStep, List<Codes> points, List<Long> salaries) {

  static final int LOWEST_AGE = 17;
  static final int HIGHEST_AGE = 90;
  static final int AGE = 1;
  private static final List<String> FIELDS =
      List.of(
          "sex",
          "age",
          "race",
          "marital-status",
          "education",
          "native-country",
          "workclass",
          "occupation");

  /** From {@code adult.csv} and {@code adult_hierarchy_*.csv} in a directory. */
  static Adult read(Path directory, int ageStep) throws IOException {
    List<Field> fields = new ArrayList<>();
    for (String name : FIELDS) {
      fields.add(
          name.equals("age")
              ? Field.of(name, IntegerGrid.of(ageStep, LOWEST_AGE, HIGHEST_AGE))
              : Field.of(name, tree(directory.resolve("adult_hierarchy_" + name + ".csv"))));
    }
    Space space = new Space(fields);
    List<Codes> points = new ArrayList<>();
    List<Long> salaries = new ArrayList<>();
    List<String> lines = Files.readAllLines(directory.resolve("adult.csv"));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(";", -1));
      points.add(point(space, cells));
      salaries.add(cells.get(FIELDS.size()).equals(">50K") ? 1L : 0L);
    }
    return new Adult(space, ageStep, points, salaries);
  }

  private static Tree tree(Path file) throws IOException {
    try {
      return new Tree(HierarchyFile.read(Files.readAllBytes(file)));
    } catch (HierarchyException e) {
      throw new IOException(file + " is no hierarchy: " + e.problems(), e);
    }
  }

  private static Codes point(Space space, List<String> cells) {
    long[] codes = new long[FIELDS.size()];
    for (int axis = 0; axis < codes.length; axis++) {
      codes[axis] =
          space.axis(axis) instanceof Tree tree
              ? tree.code(cells.get(axis)).orElseThrow()
              : ((IntegerGrid) space.axis(axis)).cell(Long.parseLong(cells.get(axis)));
    }
    return Codes.of(codes);
  }

  /**
   * Cut between labels: by sex, education and marital status, and for sixteen by occupation too.
   *
   * @param count 1, 8 or 16
   */
  Regions regions(int count) {
    if (count == 1) {
      return Regions.ONE;
    }
    Division sex = label("sex", "Female");
    Division education = label("education", "Higher education");
    Division married = label("marital-status", "spouse present");
    return count == 8
        ? new Regions(List.of(sex, education, married))
        : new Regions(List.of(sex, education, married, label("occupation", "Technical")));
  }

  private Division label(String field, String label) {
    int axis = FIELDS.indexOf(field);
    Span leaves = ((Tree) space.axis(axis)).hierarchy().under(label).orElseThrow();
    return new Division.Labels(axis, List.of(leaves));
  }

  int people() {
    return points.size();
  }
}
