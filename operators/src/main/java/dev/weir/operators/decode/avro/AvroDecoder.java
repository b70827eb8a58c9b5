package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.registry.WireFormat;
import dev.weir.plan.ProductPlan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of Avro records. A record whose writer's schema the registry does not know, or
 * that cannot be read as the product declares, is refused as {@link Reason#SCHEMA}; only a registry
 * that cannot be asked throws, since nothing can be said of the record then.
 */
public final class AvroDecoder implements Decoder {

  private static final Rejection MALFORMED = Rejection.of(Reason.MALFORMED);

  private final Layout layout;
  private final WriterPrograms programs;
  private final int header;
  private final int recordBytes;
  private final AvroInput in;
  private final EventTimes eventTimes;
  private final JurisdictionReader jurisdictions;

  /**
   * @param recordBytes the largest value that is read
   * @param depth of records and arrays within one another
   * @throws IllegalArgumentException if the reader's schema has faults
   */
  public AvroDecoder(ProductPlan plan, AvroFormat format, int recordBytes, int depth) {
    layout = Layout.of(plan.record());
    if (!WriterCompiler.faults(layout, format.reader()).isEmpty()) {
      throw new IllegalArgumentException("the schema cannot be read as the product declares");
    }
    programs = format.programs(layout);
    header = format.header();
    this.recordBytes = recordBytes;
    in = new AvroInput(depth);
    eventTimes = new EventTimes(leaf(plan.eventTime()));
    jurisdictions = new JurisdictionReader(plan, leaf(plan.jurisdiction()));
  }

  private Layout.@Nullable Leaf leaf(@Nullable FieldPath path) {
    return path == null ? null : layout.leaf(path);
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.weir.operators.registry.RegistryException if a writer's schema cannot be asked for
   */
  @Override
  public Event decode(SourceRecord record) {
    byte[] value = record.value();
    if (value == null || value.length > recordBytes) {
      return Event.rejected(record, MALFORMED);
    } else if (header > 0 && !WireFormat.hasHeader(value)) {
      return Event.rejected(record, MALFORMED);
    }
    int id = header > 0 ? WireFormat.id(value) : 0;
    WriterPrograms.Writer writer = programs.of(id);
    if (writer.program() == null) {
      return Event.rejected(record, writer.refusal() == null ? MALFORMED : writer.refusal());
    }
    return walked(record, value, id, writer.program());
  }

  private Event walked(SourceRecord record, byte[] value, int id, WriterProgram program) {
    int[] spans = Walk.spans(layout.length());
    in.set(value, header, value.length);
    try {
      program.walk().walk(in, spans);
    } catch (Refusal refusal) {
      return Event.rejected(record, refusal.rejection());
    }
    if (in.remaining() > 0) {
      return Event.rejected(record, MALFORMED);
    }
    spans[Layout.WRITER] = id;
    long time = eventTimes.of(program, value, spans, record.timestamp());
    return new Event(record, spans, time, jurisdictions.of(program, value, spans), null);
  }
}
