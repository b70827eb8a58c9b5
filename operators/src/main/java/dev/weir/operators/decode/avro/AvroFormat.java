package dev.weir.operators.decode.avro;

import dev.weir.operators.registry.SchemaRegistry;
import dev.weir.operators.registry.WireFormat;
import dev.weir.plan.ProductPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a topic are encoded, for decoder and treater alike.
 *
 * @param reader the schema they are read as: of the schema file, or the subject's newest when the
 *     job was made
 * @param registry knows the writers' schemas by id ({@code confluent-avro}); null: every value is a
 *     bare datum of the reader's schema ({@code avro})
 */
public record AvroFormat(Schema reader, @Nullable SchemaRegistry registry) {

  /**
   * @param readerSchema as JSON
   * @throws org.apache.avro.SchemaParseException if it is no schema
   */
  public static AvroFormat of(String readerSchema, @Nullable SchemaRegistry registry) {
    return new AvroFormat(new Schema.Parser().parse(readerSchema), registry);
  }

  /** Bytes before the datum. */
  public int header() {
    return registry == null ? 0 : WireFormat.HEADER;
  }

  /**
   * What of the product the reader's schema cannot give, named; where this is not empty no decoder
   * and no treater can be made.
   */
  public static List<SchemaFault> faults(ProductPlan plan, Schema reader) {
    return WriterCompiler.faults(Layout.of(plan.record()), reader);
  }

  /** The program of the reader's own schema; empty if it has faults. */
  public static Optional<WriterProgram> compiled(Layout layout, Schema reader) {
    List<SchemaFault> faults = new ArrayList<>();
    WriterProgram program = WriterCompiler.compile(layout, reader, reader, faults);
    return faults.isEmpty() ? Optional.of(program) : Optional.empty();
  }

  /** A cache of writers' programs, for one thread. */
  public WriterPrograms programs(Layout layout) {
    return registry == null
        ? WriterPrograms.single(layout, reader)
        : WriterPrograms.registered(layout, reader, registry, System::nanoTime);
  }
}
