package dev.weir.operators.decode.json;

import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.NoRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.ProductPlan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of rows in Debezium's change events as JSON, with the converter's schemas or
 * without. The record is {@code after}, of snapshot reads, creates and updates; a delete is a
 * tombstone. {@code before}, {@code source} and the schemas are held to the grammar and not looked
 * at.
 */
public final class DebeziumDecoder implements Decoder {

  private final JsonDecoder rows;
  private final Envelope envelope;
  private final int recordBytes;

  /** The record whose envelope was read last, and whether it could be. */
  private @Nullable SourceRecord last;

  private boolean readable;

  private DebeziumDecoder(JsonDecoder rows, int recordBytes, int depth) {
    this.rows = rows;
    this.recordBytes = recordBytes;
    envelope = new Envelope(depth);
  }

  /**
   * A decoder for one thread.
   *
   * @param recordBytes the largest change event that is read
   * @param depth of objects and arrays within one another, the row being the first
   */
  public static DebeziumDecoder compile(ProductPlan plan, int recordBytes, int depth) {
    return new DebeziumDecoder(JsonDecoder.compile(plan, recordBytes, depth), recordBytes, depth);
  }

  @Override
  public @Nullable NoRecord noRecord(SourceRecord record) {
    if (!read(record) || envelope.twice()) {
      return null;
    }
    return switch (envelope.operation()) {
      case 'd' -> NoRecord.TOMBSTONE;
      case 't' -> NoRecord.TRUNCATE;
      case 'm' -> NoRecord.MESSAGE;
      default -> null;
    };
  }

  @Override
  public Event decode(SourceRecord record) {
    if (!read(record)) {
      return Event.rejected(record, Rejection.of(Reason.MALFORMED));
    } else if (envelope.twice()) {
      return Event.rejected(record, Rejection.of(Reason.DUPLICATE_NAME));
    }
    return switch (envelope.operation()) {
      case 'r', 'c', 'u' -> row(record);
      default -> Event.rejected(record, Rejection.of(Reason.MALFORMED));
    };
  }

  private Event row(SourceRecord record) {
    return envelope.hasAfter()
        ? rows.decode(record, envelope.afterFrom(), envelope.afterTo())
        : Event.rejected(record, Rejection.of(Reason.MALFORMED));
  }

  /** Once for a record, though it is asked about twice. */
  private boolean read(SourceRecord record) {
    if (last != record) {
      byte[] value = record.value();
      readable = value != null && value.length <= recordBytes && envelope.read(value);
      last = record;
    }
    return readable;
  }
}
