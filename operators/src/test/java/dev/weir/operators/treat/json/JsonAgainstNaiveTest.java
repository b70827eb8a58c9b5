package dev.weir.operators.treat.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Reason;
import dev.weir.plan.ProductPlan;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The hot path against Jackson's trees and the JDK's texts, over drawn plans and records. */
class JsonAgainstNaiveTest {

  private static final int RECORDS = 20;

  /** Of a well-formed record of declared types; {@link JsonPath} compares what leaves. */
  private static final Set<Reason> OF_TREATMENTS =
      EnumSet.of(Reason.OUT_OF_RANGE, Reason.NOT_IN_TABLE, Reason.NO_SUBJECT);

  @Property(tries = 3000)
  void whatLeaves_isWhatTheNaiveWayLetsOut(@ForAll long seed) {
    Random random = new Random(seed);
    ProductPlan plan = new RandomPlans(random).plan();
    RandomRecords records = new RandomRecords(random);
    JsonPath path = new JsonPath(plan);
    for (int i = 0; i < RECORDS; i++) {
      byte[] source = records.text(records.record(plan.record()));
      Reason reason = path.check(source);
      assertThat(reason == null || OF_TREATMENTS.contains(reason))
          .as("%s of %s", reason, new String(source, StandardCharsets.UTF_8))
          .isTrue();
    }
  }
}
