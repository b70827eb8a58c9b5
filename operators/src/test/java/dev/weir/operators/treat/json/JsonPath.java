package dev.weir.operators.treat.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonDecoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The hot path of one plan beside the naive way of the same plan. */
final class JsonPath {

  static final int BYTES = 1 << 20;
  static final int DEPTH = 64;
  private static final long KAFKA_TIME = -7;

  private final ProductPlan plan;
  private final ReleasePlan release;
  private final JsonDecoder decoder;
  private final JsonTreater treater;
  private final StrictJson json = new StrictJson();
  private final ByteOutput value = new ByteOutput(16);
  private final ByteOutput key = new ByteOutput(16);

  JsonPath(ProductPlan plan) {
    this.plan = plan;
    release = plan.releases().get(0);
    decoder = JsonDecoder.compile(plan, BYTES, DEPTH);
    treater = JsonTreater.compile(release, plan, new OpenKeys());
  }

  /**
   * Holds what becomes of a record against what the naive way makes of it.
   *
   * @return why it does not leave; null if it does
   */
  @Nullable Reason check(byte[] source) {
    Tree record = json.parse(source, DEPTH);
    Event event = decoder.decode(new SourceRecord(source, 0, 0, KAFKA_TIME));
    Rejection fault = NaiveDecode.fault(record, plan);
    if (!Objects.equals(event.rejection(), fault)) {
      throw new AssertionError("decode says " + event.rejection() + ", not " + fault);
    }
    return fault == null ? left(event, (Tree.Obj) Objects.requireNonNull(record)) : fault.reason();
  }

  private @Nullable Reason left(Event event, Tree.Obj record) {
    List<String> jurisdictions = Objects.requireNonNull(release.jurisdictions());
    assertSame(event.eventTime(), NaiveDecode.time(plan, record, KAFKA_TIME));
    assertSame(event.jurisdiction(), NaiveDecode.jurisdiction(plan, record, jurisdictions));
    value.reset();
    key.reset();
    Rejection refused = treater.treat(event, value, key);
    NaiveTreat.Left left = NaiveTreat.treat(release, plan, record);
    if (!Objects.equals(refused, left.refused())) {
      throw new AssertionError("treat says " + refused + ", not " + left.refused());
    } else if (refused != null) {
      return refused.reason();
    }
    byte[] written = value.toByteArray();
    assertSame(
        Objects.requireNonNull(json.parse(written, DEPTH)), Objects.requireNonNull(left.record()));
    assertOneLine(written);
    assertSame(treater.cells(), new JsonCells().cells(written));
    assertSame(new String(key.toByteArray(), StandardCharsets.UTF_8), left.key());
    return null;
  }

  private static void assertOneLine(byte[] written) {
    for (byte b : written) {
      if (b >= 0 && b < ' ') {
        throw new AssertionError("a control character leaves as it is");
      }
    }
  }

  private static void assertSame(Object is, Object expected) {
    if (!is.equals(expected)) {
      assertThat(is).isEqualTo(expected);
    }
  }

  /** Names in order, kinds, texts; and the very bytes where a value is kept. */
  private static void assertSame(Tree is, Tree expected) {
    if (is instanceof Tree.Obj one && expected instanceof Tree.Obj other) {
      assertSame(one.members().size(), other.members().size());
      for (int i = 0; i < one.members().size(); i++) {
        assertSame(one.members().get(i).name(), other.members().get(i).name());
        assertSame(one.members().get(i).value(), other.members().get(i).value());
      }
    } else if (is instanceof Tree.Arr one && expected instanceof Tree.Arr other) {
      assertSame(one.items().size(), other.items().size());
      for (int i = 0; i < one.items().size(); i++) {
        assertSame(one.items().get(i), other.items().get(i));
      }
    } else if (is instanceof Tree.Scalar one && expected instanceof Tree.Scalar other) {
      assertSame(one.kind(), other.kind());
      assertSame(one.text(), other.text());
      if (other.raw() != null && !Arrays.equals(one.raw(), other.raw())) {
        throw new AssertionError("kept in other bytes: " + one.text());
      }
    } else {
      throw new AssertionError(is + " leaves, not " + expected);
    }
  }
}
