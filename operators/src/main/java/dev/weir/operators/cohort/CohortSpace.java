package dev.weir.operators.cohort;

import dev.weir.plan.CohortPlan;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.privacy.cluster.Regions;
import dev.weir.privacy.generalize.Field;
import dev.weir.privacy.generalize.IntegerGrid;
import dev.weir.privacy.generalize.Space;
import dev.weir.privacy.generalize.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The quasi-identifiers of a release, in the order in which they stand in what leaves.
 *
 * @param space their axes, in the same order
 * @param regions that the space is cut into
 */
public record CohortSpace(Space space, List<QuasiIdentifier> fields, Regions regions) {

  /** Of a release that shows no quasi-identifier: all people are alike. */
  private static final List<Field> EVERYBODY =
      List.of(Field.of("", new IntegerGrid(1, new Span(0, 0))));

  /** More than any token, run of cells or place takes. */
  private static final long USUAL = 256;

  public CohortSpace {
    fields = List.copyOf(fields);
  }

  /** What the quasi-identifiers are called, in their order. */
  public List<String> names() {
    return fields.stream().map(one -> one.field().name()).toList();
  }

  /**
   * Of a release of cohorts.
   *
   * @throws IllegalArgumentException if the plan generalizes by a file that is no hierarchy, or
   *     cuts where it has no such value
   */
  public static CohortSpace of(ReleasePlan release) {
    List<QuasiIdentifier> fields = new ArrayList<>();
    release.output().leaves().forEach(leaf -> add(leaf, fields));
    List<Field> axes = fields.stream().map(QuasiIdentifier::field).toList();
    List<CohortPlan.Cut> cuts = release.cohort() == null ? List.of() : release.cohort().regions();
    return new CohortSpace(
        new Space(axes.isEmpty() ? EVERYBODY : axes), fields, RegionCuts.of(cuts, fields));
  }

  /** Of a leaf of the release that is generalized, among them. */
  public int number(Output.Leaf leaf) {
    for (int number = 0; number < fields.size(); number++) {
      if (fields.get(number).leaf().source().equals(leaf.source())) {
        return number;
      }
    }
    throw new IllegalArgumentException("the space lacks " + leaf.source());
  }

  /** In bytes, more than anything takes that a place in a row is filled with, in any format. */
  public long longestFilling() {
    return fields.stream().mapToLong(CohortSpace::longest).reduce(USUAL, Math::max);
  }

  /** A label is in a line of its file, and JSON writes no character in more than six bytes. */
  private static long longest(QuasiIdentifier field) {
    return field.to() instanceof Generalization.Hierarchy hierarchy
        ? hierarchy.lines().lines().mapToLong(line -> 6L * line.length()).max().orElse(0)
        : USUAL;
  }

  private static void add(Output.Leaf leaf, List<QuasiIdentifier> fields) {
    if (leaf.step() instanceof Step.Generalize generalize) {
      int axes = fields.stream().mapToInt(before -> before.field().axes().size()).sum();
      fields.add(
          new QuasiIdentifier(leaf, generalize.to(), Fields.of(leaf, generalize.to()), axes));
    }
  }
}
