package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A stream whose people have other names, or other ages. */
final class Renamed {

  private Renamed() {}

  static List<Outcome> run(Policy policy, List<Step> steps, IntUnaryOperator name, int older) {
    Formation formation = World.formation(policy, "x", new MemoryPages());
    List<Outcome> outcomes = new ArrayList<>();
    for (int id = 0; id < steps.size(); id++) {
      Step step = steps.get(id);
      Row row = World.row(id, step.person(), step.variation(), step.value());
      Subject subject = World.subject(name.applyAsInt(step.person()));
      outcomes.addAll(
          formation.offer(
              new Row(subject, moved(row.point(), older), row.sensitive(), row.payload()), id));
    }
    outcomes.addAll(formation.finish(steps.size()));
    return outcomes;
  }

  private static Codes moved(Codes codes, int by) {
    long age = codes.get(0);
    return Codes.of(age == Axis.MISSING ? age : age + by, codes.get(1));
  }

  /** Row by row, moved back. */
  static List<String> boxes(List<Outcome> outcomes, int older) {
    return outcomes.stream()
        .map(
            outcome ->
                World.id(outcome.row())
                    + (outcome instanceof Outcome.Released released
                        ? " " + sides(released, older)
                        : " -"))
        .toList();
  }

  private static String sides(Outcome.Released released, int older) {
    Codes from = moved(released.box().from(), -older);
    Codes to = moved(released.box().to(), -older);
    return from.get(0) + ".." + to.get(0) + " " + from.get(1) + ".." + to.get(1);
  }
}
