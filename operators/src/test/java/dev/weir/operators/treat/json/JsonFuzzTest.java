package dev.weir.operators.treat.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ProductPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated bytes through decode and treat: nothing is thrown, everything is counted, each
 * decision is the naive way's, and what leaves is, read by Jackson, exactly the plan's fields with
 * the values that Jackson reads from the source. {@code -Dweir.fuzz.records=N} for more or fewer.
 */
class JsonFuzzTest {

  private static final int RECORDS_A_PLAN = 5_000;

  @Test
  void aMillion() {
    fuzz(Long.getLong("weir.fuzz.records", 1_000_000), 20_261_125);
  }

  @Test
  @Tag("soak")
  void tenMillion() {
    fuzz(Long.getLong("weir.fuzz.records", 10_000_000), System.nanoTime());
  }

  private static void fuzz(long records, long seed) {
    Map<Reason, Long> refused = new EnumMap<>(Reason.class);
    long released = 0;
    long done = 0;
    for (; done < records; done += RECORDS_A_PLAN) {
      Random random = new Random(seed + done);
      boolean cards = done / RECORDS_A_PLAN % 2 == 0;
      ProductPlan plan = cards ? Cards.plan() : new RandomPlans(random).plan();
      released += new OnePlan(plan, random).run(refused, seed + done);
    }
    long counted = refused.values().stream().mapToLong(Long::longValue).sum();
    assertThat(released + counted).isEqualTo(done);
    assertThat(released).isGreaterThan(records / 5);
    assertThat(refused.keySet())
        .contains(Reason.MALFORMED, Reason.WRONG_TYPE, Reason.MISSING, Reason.DUPLICATE_NAME);
    assertThat(refused.get(Reason.MALFORMED)).isGreaterThan(records / 20);
  }

  /** One plan, and what is done to its records. */
  private static final class OnePlan {

    private final Random random;
    private final Mutations mutations;
    private final RandomRecords records;
    private final JsonPath path;
    private final List<List<String>> good = new ArrayList<>();

    OnePlan(ProductPlan plan, Random random) {
      this.random = random;
      mutations = new Mutations(random);
      records = new RandomRecords(random);
      path = new JsonPath(plan);
      for (int i = 0; i < 20; i++) {
        good.add(records.record(plan.record()));
      }
    }

    /** How many were released. */
    long run(Map<Reason, Long> refused, long seed) {
      long released = 0;
      for (int i = 0; i < RECORDS_A_PLAN; i++) {
        byte[] source = record();
        Reason reason = check(source, seed, i);
        if (reason == null) {
          released++;
        } else {
          refused.merge(reason, 1L, Long::sum);
        }
      }
      return released;
    }

    private @Nullable Reason check(byte[] source, long seed, int i) {
      try {
        return path.check(source);
      } catch (RuntimeException | AssertionError thrown) {
        String hex = HexFormat.of().formatHex(source);
        throw new AssertionError("seed " + seed + ", record " + i + ": " + hex, thrown);
      }
    }

    private byte[] record() {
      List<String> tokens = new ArrayList<>(any());
      for (int times = random.nextInt(4); times > 0; times--) {
        mutations.change(tokens);
      }
      byte[] text = records.text(tokens);
      return switch (random.nextInt(20)) {
        case 0, 1 -> mutations.change(text, records.text(any()));
        case 2 -> mutations.crossed(text, records.text(any()));
        case 3 -> mutations.change(mutations.change(text, text), text);
        case 4 -> random.nextInt(4) == 0 ? mutations.noise() : text;
        default -> text;
      };
    }

    private List<String> any() {
      return good.get(random.nextInt(good.size()));
    }
  }
}
