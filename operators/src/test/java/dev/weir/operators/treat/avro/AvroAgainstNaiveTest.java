package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.registry.SchemaRegistry;
import dev.weir.operators.registry.WireFormat;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** The hot path against the library's GenericRecord, over drawn schemas, plans and data. */
class AvroAgainstNaiveTest {

  private static final int RECORDS = 20;

  @Property(tries = 3000)
  void whatLeaves_isWhatTheNaiveWayLetsOut(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    RandomSchemas.Drawn drawn = new RandomSchemas(random).record();
    ReleasePlan release = Plans.release((Output.Fields) drawn.output(), null);
    ProductPlan plan = Plans.product((Shape.Fields) drawn.shape(), release);
    AvroFormat format = new AvroFormat(drawn.schema(), null);
    assertThat(AvroFormat.faults(plan, drawn.schema())).isEmpty();
    AvroDecoder decoder = new AvroDecoder(plan, format, 1 << 20, 64);
    AvroTreater treater = new AvroTreater(plan, release, format, null, NaiveWay::treatment);
    RandomData data = new RandomData(random);
    for (int i = 0; i < RECORDS; i++) {
      Object datum = data.of(drawn.schema());
      byte[] source = data.encoded(drawn.schema(), datum);
      GenericRecord expected =
          NaiveWay.project(
              NaiveWay.read(source, drawn.schema(), drawn.schema()),
              release.output(),
              drawn.schema(),
              treater.outputSchema());
      assertSame(expected, treated(decoder, treater, source));
    }
  }

  /**
   * As the library resolves: other order, fewer fields, other names, narrower types, other nulls.
   */
  @Property(tries = 3000)
  void evolvedWriter_isResolvedAsTheLibraryResolvesIt(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    RandomSchemas.Drawn drawn = new RandomSchemas(random).record();
    Evolution evolution = new Evolution(random, (Shape.Fields) drawn.shape());
    Schema reader = evolution.reader(drawn.schema());
    ReleasePlan release = Plans.release((Output.Fields) drawn.output(), null);
    ProductPlan plan = Plans.product((Shape.Fields) drawn.shape(), release);
    OneWriter registry = new OneWriter(7, evolution.writer(reader));
    AvroFormat format = new AvroFormat(reader, registry);
    AvroDecoder decoder = new AvroDecoder(plan, format, 1 << 20, 64);
    AvroTreater treater = new AvroTreater(plan, release, format, 9, NaiveWay::treatment);
    RandomData data = new RandomData(random, true);
    for (int i = 0; i < RECORDS; i++) {
      byte[] source = data.encoded(registry.schema(), data.of(registry.schema()));
      GenericRecord expected =
          NaiveWay.project(
              NaiveWay.read(source, registry.schema(), reader),
              release.output(),
              reader,
              treater.outputSchema());
      byte[] written = treated(decoder, treater, framed(7, source));
      assertThat(WireFormat.id(written)).isEqualTo(9);
      assertSame(expected, Arrays.copyOfRange(written, 5, written.length));
    }
  }

  private static byte[] treated(AvroDecoder decoder, AvroTreater treater, byte[] source) {
    Event event = decoder.decode(new SourceRecord(source, 0, 0, 0));
    assertThat(event.rejection()).isNull();
    ByteOutput value = new ByteOutput(16);
    assertThat(treater.treat(event, value, new ByteOutput(16))).isNull();
    return value.toByteArray();
  }

  static byte[] framed(int id, byte[] datum) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(WireFormat.header(id));
    out.writeBytes(datum);
    return out.toByteArray();
  }

  private static void assertSame(GenericRecord expected, byte[] written) throws IOException {
    Schema schema = expected.getSchema();
    GenericRecord read = NaiveWay.read(written, schema, schema);
    assertThat(GenericData.get().validate(schema, expected)).isTrue();
    assertThat(GenericData.get().compare(read, expected, schema))
        .as("%s%n%s%n%s", schema, read, expected)
        .isZero();
  }

  record OneWriter(int id, Schema schema) implements SchemaRegistry {
    @Override
    public Optional<String> schema(int asked) {
      return asked == id ? Optional.of(schema.toString()) : Optional.empty();
    }

    @Override
    public Registered latest(String subject) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int register(String subject, String json) {
      throw new UnsupportedOperationException();
    }
  }
}
