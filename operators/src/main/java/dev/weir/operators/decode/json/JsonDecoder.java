package dev.weir.operators.decode.json;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.plan.ProductPlan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of JSON records. That a record is no well-formed JSON counts more than anything
 * else that is wrong with it; of the rest, the first.
 */
public final class JsonDecoder implements Decoder {

  private static final Rejection MALFORMED = Rejection.of(Reason.MALFORMED);

  /** For a byte that a record may have: far above what items with anything in them take. */
  private static final int SPANS_A_BYTE = 8;

  private static final int MOST_SPANS = 1 << 28;

  private final JsonLayout layout;
  private final ValueReader record;
  private final JurisdictionReader jurisdictions;
  private final int recordBytes;
  private final Walk walk;

  private JsonDecoder(ProductPlan plan, int recordBytes, int depth) {
    layout = JsonLayout.of(plan.record());
    record = new Readers(eventTime(plan.eventTime())).of(layout.root());
    jurisdictions = new JurisdictionReader(plan, leaf(plan.jurisdiction()));
    this.recordBytes = recordBytes;
    walk = new Walk(depth, maxTape(recordBytes));
  }

  private int maxTape(int bytes) {
    return layout.length() + (int) Math.min(MOST_SPANS, (long) SPANS_A_BYTE * bytes);
  }

  /**
   * A decoder for one thread.
   *
   * @param recordBytes the largest record that is read; what its arrays' items take in memory is
   *     held to 32 times as many bytes
   * @param depth of objects and arrays within one another, the record itself being the first
   * @throws IllegalArgumentException if the plan's event time or jurisdiction is not a value that
   *     its records hold once, or the event time neither date nor timestamp
   */
  public static JsonDecoder compile(ProductPlan plan, int recordBytes, int depth) {
    return new JsonDecoder(plan, recordBytes, depth);
  }

  private JsonLayout.@Nullable Leaf eventTime(@Nullable FieldPath path) {
    JsonLayout.Leaf leaf = leaf(path);
    if (leaf != null && leaf.type() != LogicalType.DATE && leaf.type() != LogicalType.TIMESTAMP) {
      throw new IllegalArgumentException("the event time " + path + " is no date or timestamp");
    }
    return leaf;
  }

  private JsonLayout.@Nullable Leaf leaf(@Nullable FieldPath path) {
    JsonLayout.Leaf leaf = path == null ? null : layout.leaf(path);
    if (path != null && leaf == null) {
      throw new IllegalArgumentException("the plan does not read " + path + " once in a record");
    }
    return leaf;
  }

  @Override
  public Event decode(SourceRecord source) {
    byte[] bytes = source.value();
    return bytes == null || bytes.length > recordBytes
        ? Event.rejected(source, MALFORMED)
        : decode(source, 0, bytes.length);
  }

  /**
   * The event of a part of the value, to which its spans point.
   *
   * @param source with a value that is not null
   * @param to exclusive; what follows there begins no token that could belong to the part
   */
  Event decode(SourceRecord source, int from, int to) {
    byte[] bytes = source.value();
    if (bytes == null || !read(bytes, from, to)) {
      return Event.rejected(source, MALFORMED);
    }
    Rejection rejection = walk.rejection();
    return rejection == null ? event(source) : Event.rejected(source, rejection);
  }

  /** Whether the bytes are one JSON object and nothing else. */
  private boolean read(byte[] bytes, int from, int to) {
    walk.begin(bytes);
    int base = walk.frame(layout.length());
    int end = record.read(walk, Grammar.space(bytes, from, to), base, 0);
    return end != Grammar.MALFORMED && Grammar.space(bytes, end, to) == to;
  }

  private Event event(SourceRecord source) {
    long own = walk.eventTime;
    long time = own == Dates.NONE ? source.timestamp() : own;
    return new Event(source, walk.spans(), time, jurisdictions.read(walk), null);
  }
}
