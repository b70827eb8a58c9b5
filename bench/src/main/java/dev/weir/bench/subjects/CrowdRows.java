package dev.weir.bench.subjects;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortRow.Opening;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.stage.CohortRegions;
import dev.weir.plan.ReleasePlan;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Prefixes;
import dev.weir.privacy.generalize.Tree;
import dev.weir.tokenization.CohortTokens;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Rows of crowds by number: each person once, and after that people drawn from all. Where a person
 * lies follows from their number: ages by a bell, postal codes the more often the lower.
 */
final class CrowdRows extends RichMapFunction<Long, CohortRow> {
  private static final long serialVersionUID = 1L;

  private static final byte[] VALUE =
      "{\"id\":,\"age\":,\"zip\":,\"gender\":,\"schooling\":,\"amount\":12.50,\"shop\":\"M17\"}"
          .getBytes(UTF_8);
  private static final List<Opening> OPENINGS =
      List.of(
          new Opening(6, ~0),
          new Opening(13, 0),
          new Opening(20, 1),
          new Opening(30, 2),
          new Opening(43, 3));

  private final ReleasePlan release;
  private final long people;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient CohortSpace space;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient List<Integer> keys;

  CrowdRows(ReleasePlan release, long people) {
    this.release = release;
    this.people = people;
  }

  @Override
  public void open(OpenContext context) {
    space = CohortSpace.of(release);
    keys = CohortRegions.keys(release, space.regions().count());
  }

  @Override
  public CohortRow map(Long number) {
    long person = number < people ? number : Math.floorMod(SubjectNames.mixed(number), people);
    Codes point = point(person);
    byte[] token = new byte[CohortTokens.LENGTH];
    Arrays.fill(token, (byte) person);
    CohortRow.Body body = new CohortRow.Body(0, 0, number, VALUE, OPENINGS, List.of(token), 0);
    return CohortRow.of(
        keys.get(space.regions().region(point)),
        new Subject(SubjectNames.mixed(person), person),
        point,
        Codes.of(),
        body);
  }

  private Codes point(long person) {
    long mixed = SubjectNames.mixed(person);
    double bell = (part(mixed, 0) + part(mixed, 1) + part(mixed, 2)) / 3;
    double low = Math.pow(part(mixed, 3), 2);
    String zip = Integer.toString(10_000 + (int) (low * 90_000));
    return Codes.of(
        (long) (bell * 100),
        ((Prefixes) space.space().axis(1)).code(zip).orElseThrow(),
        code(space.space().axis(2), mixed % 50 == 0 ? "x" : mixed % 2 == 0 ? "f" : "m"),
        code(space.space().axis(3), "s" + (int) (part(mixed ^ person, 2) * 16)));
  }

  private static long code(Axis axis, String leaf) {
    return ((Tree) axis).code(leaf).orElseThrow();
  }

  /** Of four parts of 16 bits, 0 to 1. */
  private static double part(long mixed, int which) {
    return (mixed >>> 16 * which & 0xffff) / 65_536.0;
  }
}
