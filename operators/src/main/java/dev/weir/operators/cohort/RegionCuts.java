package dev.weir.operators.cohort;

import dev.weir.plan.CohortPlan.Cut;
import dev.weir.privacy.cluster.Division;
import dev.weir.privacy.cluster.Regions;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.DateGrid;
import dev.weir.privacy.generalize.DecimalGrid;
import dev.weir.privacy.generalize.Hierarchy;
import dev.weir.privacy.generalize.InstantGrid;
import dev.weir.privacy.generalize.IntegerGrid;
import dev.weir.privacy.generalize.Prefixes;
import dev.weir.privacy.generalize.Span;
import dev.weir.privacy.generalize.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Where a release's space is cut, as codes of its axes: of a grid, at the cell that holds the
 * value.
 */
final class RegionCuts {

  private RegionCuts() {}

  static Regions of(List<Cut> cuts, List<QuasiIdentifier> fields) {
    return new Regions(cuts.stream().map(cut -> division(cut, named(cut, fields))).toList());
  }

  private static QuasiIdentifier named(Cut cut, List<QuasiIdentifier> fields) {
    return fields.stream()
        .filter(field -> field.leaf().source().equals(cut.field()))
        .findFirst()
        .orElseThrow(() -> no(cut));
  }

  private static Division division(Cut cut, QuasiIdentifier field) {
    Axis axis = field.field().axes().get(0);
    if (axis instanceof Tree tree) {
      Hierarchy hierarchy = tree.hierarchy();
      List<Span> labels =
          cut.at().stream()
              .map(label -> hierarchy.under(label).orElseThrow(() -> no(cut)))
              .toList();
      return new Division.Labels(field.axis(), labels);
    }
    ToLongFunction<String> start = text -> start(axis, text, cut);
    return new Division.Runs(field.axis(), cut.at().stream().map(start::applyAsLong).toList());
  }

  private static long start(Axis axis, String text, Cut cut) {
    if (axis instanceof IntegerGrid grid) {
      return grid.cell(Long.parseLong(text));
    } else if (axis instanceof DecimalGrid grid) {
      return number(grid, new BigDecimal(text));
    } else if (axis instanceof DateGrid grid) {
      return grid.cell(LocalDate.parse(text));
    } else if (axis instanceof InstantGrid grid) {
      return grid.cell(Instant.parse(text).toEpochMilli());
    }
    return ((Prefixes) axis).code(text).orElseThrow(() -> no(cut));
  }

  /** Farther out than any value that has a cell is the grid's end. */
  private static long number(DecimalGrid grid, BigDecimal number) {
    long end = number.signum() < 0 ? Axis.MISSING + 1 : Long.MAX_VALUE;
    return grid.cell(number).orElse(end);
  }

  private static IllegalArgumentException no(Cut cut) {
    return new IllegalArgumentException("regions cannot be cut by " + cut.field());
  }
}
