package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Closeness;
import dev.weir.privacy.crowd.Diversity;
import dev.weir.privacy.crowd.Guarantee;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Field;
import dev.weir.privacy.generalize.HierarchyException;
import dev.weir.privacy.generalize.HierarchyFile;
import dev.weir.privacy.generalize.IntegerGrid;
import dev.weir.privacy.generalize.Space;
import dev.weir.privacy.generalize.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small world: ages of 0 to 19, six jobs in three trades, three sensitive values. */
final class World {

  static final long HOLD = 20;
  static final long EVER = 1_000_000;
  static final Space SPACE =
      new Space(
          List.of(Field.of("age", IntegerGrid.of(1, 0, 19)), Field.of("job", new Tree(jobs()))));

  private World() {}

  private static dev.weir.privacy.generalize.Hierarchy jobs() {
    String file = "a;x;*\nb;x;*\nc;y;*\nd;y;*\ne;z;*\nf;z;*\n";
    try {
      return HierarchyFile.read(file.getBytes(StandardCharsets.UTF_8));
    } catch (HierarchyException e) {
      throw new AssertionError(e);
    }
  }

  /** Of one region. */
  static Formation formation(Policy policy, Pages pages) {
    return formation(policy, "a region", pages);
  }

  static Formation formation(Policy policy, String context, Pages pages) {
    return new Formation(SPACE, policy, context.getBytes(StandardCharsets.UTF_8), pages);
  }

  static Policy policy(Mode mode, Guarantee guarantee, long horizon) {
    return policy(mode, guarantee, horizon, false);
  }

  static Policy policy(Mode mode, Guarantee guarantee, long horizon, boolean paced) {
    return new Policy(mode, guarantee, 1, HOLD, horizon, paced, new Tuning(0.7, 10, 25, 20));
  }

  static Guarantee diverse(int k, int l, boolean entropy) {
    return new Guarantee(k, List.of(new Diversity(0, l, entropy)), List.of());
  }

  static Guarantee close(int k, double t) {
    return new Guarantee(k, List.of(), List.of(new Closeness(0, t, true)));
  }

  static Subject subject(int person) {
    return new Subject(0x5eed5eed5eed0000L + person, ~(long) person);
  }

  /** Where a person is; another place for another variation. One in 16 has no age. */
  static Codes point(int person, int variation) {
    int seed = Math.floorMod(person * 7919 + variation * 104729, 1 << 20);
    return Codes.of(seed % 16 == 3 ? Axis.MISSING : seed % 20, seed / 20 % 6);
  }

  static Row row(int id, int person, int variation, int value) {
    byte[] payload = ByteBuffer.allocate(4).putInt(id).array();
    return new Row(subject(person), point(person, variation), Codes.of(value), payload);
  }

  static int id(Row row) {
    return ByteBuffer.wrap(row.payload()).getInt();
  }
}
