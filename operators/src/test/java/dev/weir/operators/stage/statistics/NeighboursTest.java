package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * D1 and D9, on all small streams: one person more changes what that person adds, and nothing else;
 * and that is within the bounds, whatever the person's records say of their own time.
 */
class NeighboursTest {

  private static final ReleasePlan RELEASE = StatisticsPlans.release(StatisticsPlans.statistics());
  private static final long OTHER = 9;

  /** Far beyond all windows that the others are in. */
  private static final long FAR = 10 * 365 * 24 * 60;

  /** Of person, shop, when it happened and when it was appended, in minutes. */
  private record Spent(long person, String shop, long happened, long appended) {}

  private static final List<List<Spent>> STREAMS_OF_THE_OTHER =
      List.of(
          List.of(other("a", 10, 10)),
          List.of(other("a", FAR, 10), other("b", FAR + 60, 20)),
          List.of(other("a", 10, 66), other("a", 10, 700)),
          List.of(other("a", 10, 10), other("a", 11, 11), other("a", 12, 12), other("a", 13, 13)),
          List.of(other("a", 10, 10), other("b", 11, 11), other("c", 12, 12)),
          List.of(other("a", 10, 10), other("a", 70, 70), other("a", 130, 130)),
          List.of(other("c", -30, 1), other("a", FAR, 1), other("b", 61, 61)));

  private static Spent other(String shop, long happened, long appended) {
    return new Spent(OTHER, shop, happened, appended);
  }

  private static List<Spent> alphabet() {
    List<Spent> all = new ArrayList<>();
    for (long person : new long[] {1, 2}) {
      for (String shop : new String[] {"a", "b"}) {
        for (long[] times : new long[][] {{5, 5}, {62, 62}, {8, 67}, {62, 30}}) {
          all.add(new Spent(person, shop, times[0], times[1]));
        }
      }
    }
    return all;
  }

  @Test
  void onePersonMore_addsWithinBounds_andChangesNothingOfOthers() throws Exception {
    Map<List<Spent>, Map<String, long[]>> alone = new HashMap<>();
    for (List<Spent> other : STREAMS_OF_THE_OTHER) {
      Map<String, long[]> adds = sums(other);
      withinBounds(adds);
      alone.put(other, adds);
    }
    for (Spent first : alphabet()) {
      for (Spent second : alphabet()) {
        Map<String, long[]> without = sums(List.of(first, second));
        for (List<Spent> other : STREAMS_OF_THE_OTHER) {
          List<Spent> with = new ArrayList<>(List.of(first, second));
          with.addAll(other);
          Map<String, long[]> both = new TreeMap<>();
          add(without, both);
          add(Objects.requireNonNull(alone.get(other)), both);
          assertThat(sums(with)).as("%s", with).usingRecursiveComparison().isEqualTo(both);
        }
      }
    }
  }

  /**
   * D9: late by a record's own two times, also where the clock of the broker, which follows other
   * partitions too, is not so far.
   */
  @Test
  void recordThatWasAppendedTooLate_isNotAdded_howeverFarTheClockIs() throws Exception {
    try (StatisticsHarness harness = StatisticsHarness.inMemory(Given.of(RELEASE))) {
      harness.spend(1, "a", 500, 10, 64);
      harness.spend(2, "a", 500, 10, 65);
      harness.spend(3, "a", 500, 10, 700);
      harness.bounds.prepareSnapshotPreBarrier(1);
      assertThat(harness.partials())
          .singleElement()
          .satisfies(sums -> assertThat(sums.records()).isEqualTo(1));
    }
  }

  /** One person's record from years ahead then makes late what others add an hour later. */
  @Test
  void watermarkOfEventTimes_isFound() throws Exception {
    int changed = 0;
    List<Spent> far = List.of(other("a", FAR, 10));
    for (Spent spent : alphabet()) {
      List<Spent> with = new ArrayList<>(far);
      with.add(spent);
      Map<String, long[]> both = sums(far, true);
      add(sums(List.of(spent), true), both);
      changed += sums(with, true).keySet().equals(both.keySet()) ? 0 : 1;
    }
    assertThat(changed).as("all that come after it, and are not late").isEqualTo(8);
  }

  private static void add(Map<String, long[]> more, Map<String, long[]> to) {
    more.forEach(
        (place, cells) ->
            to.merge(
                place,
                cells.clone(),
                (one, other) -> {
                  long[] sum = one.clone();
                  Arrays.setAll(sum, i -> one[i] + other[i]);
                  return sum;
                }));
  }

  /** In the order of their append times, which the clock of the broker follows. */
  private static Map<String, long[]> sums(List<Spent> stream) throws Exception {
    return sums(stream, false);
  }

  /**
   * @param byEventTime a fault: what records say of their own time is taken for the clock
   */
  private static Map<String, long[]> sums(List<Spent> stream, boolean byEventTime)
      throws Exception {
    Given given = Given.of(RELEASE);
    try (StatisticsHarness harness = StatisticsHarness.inMemory(given)) {
      List<Spent> appended = new ArrayList<>(stream);
      appended.sort(Comparator.comparingLong(Spent::appended));
      long latest = 0;
      for (Spent spent : appended) {
        harness.boundsAt(byEventTime ? latest : spent.appended());
        harness.spend(spent.person(), spent.shop(), 100, spent.happened(), spent.appended());
        latest = Math.max(latest, spent.happened());
      }
      harness.boundsAt(FAR * 2);
      Map<String, long[]> sums = new TreeMap<>();
      for (PartialSums part : harness.partials()) {
        add(Map.of(part.window() + part.group(), part.cells()), sums);
      }
      return sums;
    }
  }

  /** Three records and two groups in an hour, two hours of a day. */
  private static void withinBounds(Map<String, long[]> adds) {
    Map<String, Set<String>> windowsOfDay = new TreeMap<>();
    Map<String, Long> records = new TreeMap<>();
    Map<String, Set<String>> groups = new TreeMap<>();
    adds.forEach(
        (place, cells) -> {
          String window = place.substring(0, place.indexOf('{'));
          records.merge(window, cells[0], Long::sum);
          groups.computeIfAbsent(window, w -> new HashSet<>()).add(place);
          assertThat(cells[1]).as("people").isEqualTo(1);
          assertThat(cells[2]).isEqualTo(cells[0] * 100);
        });
    records.forEach((window, count) -> assertThat(count).isBetween(1L, 3L));
    groups.values().forEach(all -> assertThat(all).hasSizeBetween(1, 2));
    windowsOfDay.put("all", records.keySet());
    assertThat(records.size()).isLessThanOrEqualTo(2 * 2);
  }
}
