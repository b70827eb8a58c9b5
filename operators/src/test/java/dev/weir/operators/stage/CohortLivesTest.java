package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.CohortLives.Event;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * I1 to I4, I7 and I9 on the operator: random streams of few people who come again and now and then
 * move, late and out of order, some events more than once, offered, held, checkpointed, killed and
 * scaled in random order. The oracle sees what a reader sees.
 */
class CohortLivesTest {

  private static final int PEOPLE = 25;
  private static final int EVENTS = 120;
  private static final int STEPS = 60;

  private static List<Event> events(Random random) {
    List<Event> events = new ArrayList<>();
    for (int event = 0; event < EVENTS; event++) {
      long person = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(PEOPLE));
      long moved = random.nextInt(20) == 0 ? 40 : 0;
      Event next = new Event(person, person * 7 % 30 + moved, time(random));
      boolean again = random.nextInt(8) == 0 && !events.isEmpty();
      events.add(again ? events.get(random.nextInt(events.size())) : next);
    }
    return events;
  }

  /** Within the last month, in no order. */
  private static long time(Random random) {
    return CohortHarness.NOW - random.nextInt(30 * 24 * 3600) * 1000L;
  }

  private static void step(CohortLives lives, Random random) throws Exception {
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> lives.offer(1 + random.nextInt(12));
      case 3 -> lives.pass(random.nextInt(400));
      case 4 -> lives.pass(CohortHarness.HOLD);
      case 5 -> lives.barrier();
      case 6 -> lives.complete(true);
      case 7 -> {
        lives.barrier();
        lives.complete(random.nextInt(3) > 0);
      }
      default -> lives.kill(1 + random.nextInt(3));
    }
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void readersSeeCrowds_eachEventOnce_inOneBox_throughEveryLife(
      @ForAll long seed, @ForAll boolean paced) throws Exception {
    live(seed, CohortHarness.cut(paced ? "PT0.3S" : null));
  }

  /** Regions move between subtasks one by one, and no box reaches from one into another. */
  @Property(tries = 16, shrinking = ShrinkingMode.OFF)
  void soTheyDo_inSeveralRegions_whereverThese_areWorkedOn(@ForAll long seed, @ForAll boolean paced)
      throws Exception {
    String[] cuts = {"15", "35", "55"};
    for (OutputRecord record : live(seed, CohortHarness.cut(paced ? "PT0.3S" : null, cuts))) {
      JsonNode box = CohortHarness.json(record).get("age");
      for (String cut : cuts) {
        long at = Long.parseLong(cut);
        assertThat(covers(box, at - 1) && covers(box, at)).as("across %s", cut).isFalse();
      }
    }
  }

  private static List<OutputRecord> live(long seed, ReleasePlan release) throws Exception {
    Random random = new Random(seed);
    List<Event> source = events(random);
    try (CohortLives lives = new CohortLives(source, release)) {
      for (int step = 0; step < STEPS; step++) {
        step(lives, random);
      }
      lives.end();
      assertCommitted(source, lives.committed);
      assertThat(lives.committed.size() + lives.withheld).as("I4: none lost").isEqualTo(EVENTS);
      assertOneBox(lives.everything);
      return lives.everything;
    }
  }

  private static void assertCommitted(List<Event> source, List<OutputRecord> committed)
      throws IOException {
    Set<Long> seen = new HashSet<>();
    Map<String, Set<String>> tokens = new HashMap<>();
    Map<Long, Long> last = new HashMap<>();
    for (OutputRecord record : committed) {
      long number = record.offset();
      Event event = source.get((int) number);
      JsonNode box = CohortHarness.json(record).get("age");
      assertThat(seen.add(number)).as("I4: once").isTrue();
      assertThat(covers(box, event.age())).as("I3: true").isTrue();
      tokens
          .computeIfAbsent(box.toString(), unseen -> new HashSet<>())
          .add(CohortHarness.json(record).get("id").asText());
      assertThat(last.put(event.person() * 100 + event.age(), number))
          .as("order of a person in a place")
          .satisfiesAnyOf(
              before -> assertThat(before).isNull(),
              before -> assertThat(before).isLessThan(number));
    }
    for (Map.Entry<String, Set<String>> box : tokens.entrySet()) {
      assertThat(box.getValue()).as("I1").hasSizeGreaterThanOrEqualTo(CohortHarness.K);
      JsonNode shown = new ObjectMapper().readTree(box.getKey());
      long candidates =
          source.stream()
              .filter(event -> covers(shown, event.age()))
              .map(Event::person)
              .distinct()
              .count();
      assertThat(candidates).as("I7").isGreaterThanOrEqualTo(CohortHarness.K);
    }
  }

  /** Of all that was ever let out, committed or not. */
  private static void assertOneBox(List<OutputRecord> everything) throws IOException {
    Map<Object, String> boxes = new HashMap<>();
    for (OutputRecord record : everything) {
      JsonNode row = CohortHarness.json(record);
      String box = row.get("age").toString();
      assertThat(boxes.putIfAbsent(record.offset(), box)).as("an event's").isIn(null, box);
      assertThat(boxes.putIfAbsent(row.get("id").asText(), box)).as("I2").isIn(null, box);
    }
  }

  private static boolean covers(JsonNode shown, long age) {
    return shown.isObject()
        ? shown.get("from").asLong() <= age && age <= shown.get("to").asLong()
        : shown.asLong() == age;
  }
}
