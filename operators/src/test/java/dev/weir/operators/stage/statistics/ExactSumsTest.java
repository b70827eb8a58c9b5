package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.Sums;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * D6: what is summed is the same whoever's records come first, over how many subtasks people are
 * spread, and however often sums are sent on; and no sum wraps around.
 */
class ExactSumsTest {

  private static final int RECORDS = 120;

  /** Nobody is held to fewer: what an order would decide is left out. */
  private static final ReleasePlan RELEASE =
      StatisticsPlans.release(
          StatisticsPlans.statistics(
              StatisticsPlans.hours(),
              StatisticsPlans.shops("a", "b", "c"),
              new StatisticsPlan.Bounds(RECORDS, 3, 4),
              "2",
              "terms"));

  private record Spent(long person, String shop, long cents, long minute) {}

  private static List<Spent> drawn(Random random) {
    List<Spent> all = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      String shop = String.valueOf("abc".charAt(random.nextInt(3)));
      all.add(new Spent(random.nextInt(12), shop, random.nextInt(10_001), random.nextInt(180)));
    }
    return all;
  }

  private static String place(long minute, String shop) {
    return minute / 60 + " " + shop;
  }

  /** Records, people and cents by hour and shop, without any operator. */
  private static Map<String, List<Long>> expected(List<Spent> all) {
    Map<String, List<Long>> cents = new TreeMap<>();
    Map<String, Map<Long, Boolean>> people = new HashMap<>();
    for (Spent spent : all) {
      String place = place(spent.minute(), spent.shop());
      cents.computeIfAbsent(place, unseen -> new ArrayList<>()).add(spent.cents());
      people.computeIfAbsent(place, unseen -> new HashMap<>()).put(spent.person(), true);
    }
    Map<String, List<Long>> sums = new TreeMap<>();
    cents.forEach(
        (place, each) ->
            sums.put(
                place,
                List.of(
                    (long) each.size(),
                    (long) Objects.requireNonNull(people.get(place)).size(),
                    each.stream().mapToLong(Long::longValue).sum())));
    return sums;
  }

  @Property(tries = 60)
  void sums_areTheSameInEveryOrderAndSharding(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int subtasks) throws Exception {
    Random random = new Random(seed);
    List<Spent> all = drawn(random);
    Map<String, List<Long>> expected = expected(all);
    Collections.shuffle(all, random);
    List<StatisticsHarness> shards = new ArrayList<>();
    for (int shard = 0; shard < subtasks; shard++) {
      shards.add(StatisticsHarness.inMemory(Given.of(RELEASE)));
    }
    for (Spent spent : all) {
      StatisticsHarness shard = shards.get((int) (spent.person() % subtasks));
      shard.spend(spent.person(), spent.shop(), spent.cents(), spent.minute(), 0);
      if (random.nextInt(5) == 0) {
        shard.bounds.prepareSnapshotPreBarrier(1);
      }
    }
    List<PartialSums> parts = new ArrayList<>();
    for (StatisticsHarness shard : shards) {
      shard.boundsAt(300);
      parts.addAll(shard.partials());
      shard.close();
    }
    Collections.shuffle(parts, random);
    assertThat(together(parts)).isEqualTo(expected);
  }

  /** As the stage that draws adds them up. */
  private static Map<String, List<Long>> together(List<PartialSums> parts) {
    Map<String, Sums> sums = new TreeMap<>();
    for (PartialSums part : parts) {
      long minute = (part.window().from() - StatisticsHarness.START) / StatisticsHarness.MINUTE;
      String shop = part.group().substring("{\"shop\":\"".length(), part.group().length() - 2);
      Sums before = sums.getOrDefault(place(minute, shop), new Sums(0, new long[3]));
      sums.put(place(minute, shop), before.plus(part.records(), part.cells()));
    }
    Map<String, List<Long>> lists = new TreeMap<>();
    sums.forEach(
        (place, sum) -> {
          List<Long> cells = List.of(sum.cells()[0], sum.cells()[1], sum.cells()[2]);
          assertThat(sum.records()).isEqualTo(cells.get(0));
          lists.put(place, cells);
        });
    return lists;
  }

  /** A sum of 64 bits does not wrap around: the job stops. */
  @Test
  void sumThatIsTooLarge_isAnError() throws Exception {
    Sums much = new Sums(1, new long[] {1, 1, Long.MAX_VALUE - 5});
    assertThatThrownBy(() -> much.plus(1, new long[] {1, 1, 6}))
        .isInstanceOf(ArithmeticException.class);
    try (StatisticsHarness harness = StatisticsHarness.inMemory(Given.of(RELEASE))) {
      harness.spend(1, "a", Long.MAX_VALUE - 5, 1, 1);
      assertThatThrownBy(() -> harness.spend(2, "a", 6, 1, 1))
          .isInstanceOf(ArithmeticException.class);
    }
  }
}
