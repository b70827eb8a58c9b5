package dev.weir.operators.cohort;

import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.DateGrid;
import dev.weir.privacy.generalize.DecimalGrid;
import dev.weir.privacy.generalize.Field;
import dev.weir.privacy.generalize.HierarchyException;
import dev.weir.privacy.generalize.HierarchyFile;
import dev.weir.privacy.generalize.InstantGrid;
import dev.weir.privacy.generalize.IntegerGrid;
import dev.weir.privacy.generalize.Prefixes;
import dev.weir.privacy.generalize.Span;
import dev.weir.privacy.generalize.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;

/**
 * Quasi-identifiers as axes. What a run of cells loses is measured by what is usual: a hundred
 * cells of numbers and times, and the days of {@value #FIRST_YEAR} to {@value #LAST_YEAR}. That
 * weighs fields against each other, and changes no promise.
 */
final class Fields {

  private static final Span USUAL = new Span(0, 100);
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2030;

  private Fields() {}

  static Field of(Output.Leaf leaf, Generalization to) {
    String name = leaf.source().toString();
    return to instanceof Generalization.Place place
        ? Field.place(name, place.degrees())
        : Field.of(name, axis(to));
  }

  private static Axis axis(Generalization to) {
    if (to instanceof Generalization.Integers integers) {
      return new IntegerGrid(integers.step(), USUAL);
    } else if (to instanceof Generalization.Numbers numbers) {
      return new DecimalGrid(numbers.step(), USUAL);
    } else if (to instanceof Generalization.Instants instants) {
      return new InstantGrid(Duration.parse(instants.step()), USUAL);
    } else if (to instanceof Generalization.Days days) {
      return DateGrid.of(
          Period.parse(days.step()),
          LocalDate.of(FIRST_YEAR, 1, 1),
          LocalDate.of(LAST_YEAR, 12, 31));
    }
    return to instanceof Generalization.Prefix prefix
        ? new Prefixes(prefix.length())
        : tree((Generalization.Hierarchy) to);
  }

  private static Axis tree(Generalization.Hierarchy to) {
    try {
      return new Tree(HierarchyFile.read(to.lines().getBytes(StandardCharsets.UTF_8)));
    } catch (HierarchyException no) {
      throw new IllegalArgumentException(to.file() + " is no hierarchy", no);
    }
  }
}
