package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Closeness;
import dev.weir.config.agreement.CohortMode;
import dev.weir.config.agreement.Diversity;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Risk;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans what a crowd must be.
 *
 * @param uid what those of the object's stages begin with
 */
record CohortPlanner(String uid) {

  /** Whose neighbours are nearer than others. */
  private static final Set<LogicalType> ORDERED =
      EnumSet.of(LogicalType.INTEGER, LogicalType.NUMBER, LogicalType.DATE, LogicalType.TIMESTAMP);

  CohortPlan plan(Agreement agreement, Release.Cohorts release, Output.Fields output) {
    TemporalAmount horizon = release.horizon() == null ? agreement.retention() : release.horizon();
    List<CohortPlan.Diverse> diversity =
        release.diversity().stream().map(CohortPlanner::diverse).toList();
    List<CohortPlan.Close> closeness =
        release.closeness().stream().map(rule -> close(rule, output)).toList();
    return new CohortPlan(
        uid + "/cohort/" + ObjectPlanner.escaped(agreement.id(), release.name()),
        release.mode(),
        release.k(),
        diversity,
        closeness,
        release.hold().toString(),
        Objects.requireNonNull(horizon, "horizon").toString(),
        release.pace() == null ? null : release.pace().toString(),
        cuts(release),
        space(release, CohortPlan.sensitive(diversity, closeness), output),
        PlanDigest.ofParts(output),
        bounds(release.risk()));
  }

  private static List<CohortPlan.Cut> cuts(Release.Cohorts release) {
    return release.regions().entrySet().stream()
        .map(cut -> new CohortPlan.Cut(cut.getKey(), cut.getValue()))
        .toList();
  }

  /**
   * A part that is as most agreements have it is left out, so that what was kept before it could be
   * otherwise still fits: one region, homes that last, and values in the order of their places.
   */
  private static String space(
      Release.Cohorts release, List<FieldPath> looked, Output.Fields output) {
    List<Output.Leaf> leaves = leaves(looked, output);
    List<Object> parts = new ArrayList<>(List.of(leaves));
    if (!release.regions().isEmpty()) {
      parts.add(cuts(release));
    }
    if (release.mode() != CohortMode.STABLE) {
      parts.add(release.mode().word());
    }
    if (!looked.equals(inPlace(leaves, looked))) {
      parts.add(looked);
    }
    return PlanDigest.ofParts(parts.size() == 1 ? parts.get(0) : parts);
  }

  private static List<FieldPath> inPlace(List<Output.Leaf> leaves, List<FieldPath> looked) {
    return leaves.stream().map(Output.Leaf::source).filter(looked::contains).distinct().toList();
  }

  /** By their places: the leaves whose values homes rest on. */
  private static List<Output.Leaf> leaves(List<FieldPath> looked, Output.Fields output) {
    return output
        .leaves()
        .filter(leaf -> leaf.step() instanceof Step.Generalize || looked.contains(leaf.source()))
        .toList();
  }

  private static CohortPlan.@Nullable RiskBounds bounds(@Nullable Risk risk) {
    return risk == null ? null : new CohortPlan.RiskBounds(risk.prosecutor(), risk.marketer());
  }

  private static CohortPlan.Diverse diverse(Diversity diversity) {
    boolean entropy = diversity.type() == Diversity.Type.ENTROPY;
    return new CohortPlan.Diverse(diversity.field(), diversity.l(), entropy);
  }

  private static CohortPlan.Close close(Closeness closeness, Output.Fields output) {
    FieldPath path = closeness.field();
    boolean ordered =
        output
            .leaves()
            .anyMatch(leaf -> leaf.source().equals(path) && CohortPlanner.isOrdered(leaf));
    return new CohortPlan.Close(path, closeness.t(), ordered);
  }

  /** Whether what leaves has the order of what it was: a replacement of a number has none. */
  private static boolean isOrdered(Output.Leaf leaf) {
    Step step = leaf.step();
    boolean keepsOrder =
        step instanceof Step.Keep
            || step instanceof Step.Shift
            || step instanceof Step.Round
            || step instanceof Step.Bucket;
    return keepsOrder && ORDERED.contains(leaf.from());
  }
}
