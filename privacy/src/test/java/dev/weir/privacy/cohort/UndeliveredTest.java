package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.crowd.Guarantee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/**
 * What is let go leaves later, all at once, or is taken away before: however these take turns, a
 * box is first shown with rows of k people.
 */
class UndeliveredTest {

  /** What becomes of all that was let go and has not left. */
  enum Fate {
    HELD,
    DELIVERED,
    TAKEN
  }

  private final List<Outcome.Released> held = new ArrayList<>();
  private final Set<CohortId> seen = new HashSet<>();

  @Provide
  Arbitrary<List<Step>> streams() {
    return Step.streams(false);
  }

  @Property(tries = 500)
  void boxIsFirstShownWithRowsOfKPeople(
      @ForAll("streams") List<Step> steps,
      @ForAll @NotEmpty List<Fate> fates,
      @ForAll @IntRange(min = 2, max = 5) int k,
      @ForAll boolean named) {
    Policy policy = World.policy(Mode.STABLE, Guarantee.of(k), World.EVER);
    Formation formation = World.formation(policy, new MemoryPages());
    long now = 0;
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      now += step.gap();
      while (formation.nextDue().orElse(Long.MAX_VALUE) <= now) {
        take(formation.advance(formation.nextDue().orElseThrow()));
      }
      take(formation.offer(World.row(at, step.person(), step.variation(), step.value()), now));
      settle(fates.get(at % fates.size()), formation, k, named);
    }
    take(formation.finish(now));
    deliver(k);
  }

  private void take(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Released released) {
        held.add(released);
      }
    }
  }

  /**
   * @param named whether rows know their cohorts: those of former builds do not
   */
  private void settle(Fate fate, Formation formation, int k, boolean named) {
    if (fate == Fate.DELIVERED) {
      deliver(k);
    } else if (fate == Fate.TAKEN) {
      formation.undelivered(
          held.stream()
              .map(row -> new Undelivered(row.row().subject(), named ? row.cohort() : null))
              .toList());
      held.clear();
    }
  }

  private void deliver(int k) {
    Map<CohortId, Set<Subject>> people = new HashMap<>();
    held.forEach(
        row ->
            people.computeIfAbsent(row.cohort(), id -> new HashSet<>()).add(row.row().subject()));
    people.forEach(
        (cohort, those) -> {
          if (seen.add(cohort)) {
            assertThat(those)
                .as("people whose rows show a box first")
                .hasSizeGreaterThanOrEqualTo(k);
          }
        });
    held.clear();
  }
}
