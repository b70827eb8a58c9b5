package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.statistics.Level;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.measure.Measure;
import dev.weir.privacy.measure.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * D1 of windows of several sizes, over the first stage: whatever one person does in a day, all of
 * its windows of a size together move no further than that size is charged for; and nothing of
 * others moves.
 */
class CoarserBoundsTest {

  private static final String[][] SIZES = {
    {"P1D"}, {"PT2H"}, {"PT2H", "P1D"}, {"PT3H", "PT6H", "P1D"}, {"PT12H"}
  };
  private static final int TRIALS = 250;

  private record Spent(String shop, long cents, long minute) {}

  @Test
  void onePerson_movesNoSizeFurtherThanItIsChargedFor() throws Exception {
    Random random = new Random(75);
    for (int trial = 0; trial < TRIALS; trial++) {
      StatisticsPlan plan = plan(random);
      List<Spent> person = records(random, 1 + random.nextInt(60));
      Map<String, long[]> alone = sums(plan, List.of(), person);
      for (Level level : Level.of(plan)) {
        within(level, alone, plan);
      }
      List<Spent> others = records(random, 6);
      Map<String, long[]> both = sums(plan, others, List.of());
      alone.forEach((place, cells) -> both.merge(place, cells, CoarserBoundsTest::plus));
      assertThat(sums(plan, others, person)).usingRecursiveComparison().isEqualTo(both);
    }
  }

  private static StatisticsPlan plan(Random random) {
    return StatisticsPlans.statistics(
        StatisticsPlans.hoursAnd(SIZES[random.nextInt(SIZES.length)]),
        StatisticsPlans.shops("a", "b", "c"),
        new StatisticsPlan.Bounds(
            1 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(24)),
        "2",
        "terms");
  }

  /** Some gather in a few hours of a shop, some are spread over the day. */
  private static List<Spent> records(Random random, int count) {
    int hours = 1 + random.nextInt(24);
    int shops = 1 + random.nextInt(3);
    List<Spent> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String shop = "abc".substring(random.nextInt(shops)).substring(0, 1);
      records.add(new Spent(shop, random.nextInt(10001), random.nextInt(hours) * 60L));
    }
    return records;
  }

  private static long[] plus(long[] one, long[] other) {
    long[] sum = one.clone();
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }

  /** By release and size, window and group. Of others each is a person. */
  private static Map<String, long[]> sums(
      StatisticsPlan plan, List<Spent> others, List<Spent> person) throws Exception {
    ReleasePlan release = StatisticsPlans.release(plan);
    try (StatisticsHarness harness = StatisticsHarness.inMemory(Given.of(release))) {
      for (int i = 0; i < others.size(); i++) {
        spend(harness, 100 + i, others.get(i));
      }
      for (Spent spent : person) {
        spend(harness, 7, spent);
      }
      harness.boundsAt(3 * 24 * 60);
      Map<String, long[]> sums = new HashMap<>();
      for (PartialSums part : harness.partials()) {
        String place = part.release() + "|" + part.window() + "|" + part.group();
        sums.merge(place, part.cells(), CoarserBoundsTest::plus);
      }
      return sums;
    }
  }

  private static void spend(StatisticsHarness harness, long who, Spent spent) throws Exception {
    harness.spend(who, spent.shop(), spent.cents(), spent.minute(), 0);
  }

  private static void within(Level level, Map<String, long[]> moved, StatisticsPlan plan) {
    String name = "acme-statistics/spend" + (level.finest() ? "" : " " + level.size());
    Terms terms = level.terms();
    double[] squares = new double[terms.measures().size()];
    Set<String> groups = new HashSet<>();
    moved.forEach(
        (place, cells) -> {
          if (place.startsWith(name + "|")) {
            groups.add(place);
            for (int i = 0; i < squares.length; i++) {
              squares[i] += (double) cells[i] * cells[i];
            }
          }
        });
    for (int i = 0; i < squares.length; i++) {
      Measure measure = terms.measures().get(i).measure();
      double sensitivity = measure.parts(terms.bounds()).get(0).sensitivity();
      assertThat(squares[i])
          .as("%s in %s of %s", terms.measures().get(i).name(), level.size(), plan.perSubject())
          .isLessThanOrEqualTo(sensitivity * sensitivity * terms.windows() * (1 + 1e-12));
    }
    int most = Math.min(terms.bounds().groups(), terms.bounds().records()) * terms.windows();
    assertThat(groups).as("looks that may give the person away").hasSizeLessThanOrEqualTo(most);
  }
}
