package dev.weir.operators.cohort;

import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.privacy.generalize.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * The quasi-identifiers of a release, in the order in which they stand in what leaves.
 *
 * @param space their axes, in the same order
 */
public record CohortSpace(Space space, List<QuasiIdentifier> fields) {

  public CohortSpace {
    fields = List.copyOf(fields);
  }

  /**
   * Of a release of cohorts.
   *
   * @throws IllegalArgumentException if the plan generalizes nothing, or by a file that is no
   *     hierarchy
   */
  public static CohortSpace of(ReleasePlan release) {
    List<QuasiIdentifier> fields = new ArrayList<>();
    add(release.output(), fields);
    return new CohortSpace(new Space(fields.stream().map(QuasiIdentifier::field).toList()), fields);
  }

  private static void add(Output output, List<QuasiIdentifier> fields) {
    if (output instanceof Output.Fields object) {
      object.fields().forEach(field -> add(field.output(), fields));
    } else if (output instanceof Output.Items items) {
      add(items.item(), fields);
    } else if (output instanceof Output.Leaf leaf
        && leaf.step() instanceof Step.Generalize generalize) {
      int axes = fields.stream().mapToInt(before -> before.field().axes().size()).sum();
      fields.add(
          new QuasiIdentifier(leaf, generalize.to(), Fields.of(leaf, generalize.to()), axes));
    }
  }
}
