package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** A payment with fields of many types, and what a treater makes of it. */
final class AvroPayment {

  static final String MARKED =
      """
      {"type":"record","name":"MARKER1","namespace":"marker2.MARKER2","doc":"MARKER3","aliases":["MARKER4"],"MARKER5":"MARKER5",
       "fields":[
        {"name":"id","type":{"type":"string","avro.java.string":"MARKER6"},"doc":"MARKER7","default":"MARKER8","aliases":["MARKER9"],"order":"ignore"},
        {"name":"MARKER10","type":["null","string"],"default":null},
        {"name":"kind","type":{"type":"enum","name":"MARKER11","symbols":["MARKER12","PUBLIC"],"doc":"MARKER13"}},
        {"name":"fee","type":{"type":"fixed","name":"MARKER14","size":4,"logicalType":"decimal","precision":9,"scale":2,"MARKER15":1}},
        {"name":"address","type":{"type":"record","name":"MARKER16","fields":[
           {"name":"zip","type":"string","doc":"MARKER17"},
           {"name":"MARKER18","type":"string"}]}},
        {"name":"items","type":{"type":"array","items":{"type":"record","name":"MARKER19","fields":[
           {"name":"sku","type":["string","null"]},{"name":"price","type":"int"}]},"MARKER20":2}},
        {"name":"at","type":{"type":"long","logicalType":"timestamp-micros","MARKER21":3}}
      ]}
      """;

  static final Schema READER = new Schema.Parser().parse(MARKED);

  static final Shape.Fields SHAPE =
      new Shape.Fields(
          List.of(
              shape("id", LogicalType.STRING),
              shape("kind", LogicalType.STRING),
              shape("fee", LogicalType.NUMBER),
              new Shape.Field(
                  "address", true, new Shape.Fields(List.of(shape("zip", LogicalType.STRING)))),
              new Shape.Field(
                  "items",
                  true,
                  new Shape.Items(
                      new Shape.Fields(
                          List.of(
                              new Shape.Field(
                                  "sku", false, new Shape.Leaf(LogicalType.STRING, null)),
                              shape("price", LogicalType.INTEGER))))),
              shape("at", LogicalType.TIMESTAMP)));

  static Shape.Field shape(String name, LogicalType type) {
    return new Shape.Field(name, true, new Shape.Leaf(type, null));
  }

  static Output.Field leaf(String path, LogicalType type, Step step) {
    FieldPath parsed = FieldPath.parse(path);
    String name = parsed.segments().get(parsed.segments().size() - 1).name();
    return new Output.Field(name, true, new Output.Leaf(parsed, type, type, step));
  }

  static Step.Tokenize tokenize() {
    return new Step.Tokenize(
        TokenScheme.DETERMINISTIC,
        new Step.KeyRef("acme", "deterministic"),
        new Step.TokenContext("deterministic", "agreement:a", "payments/id"),
        null);
  }

  static final Output.Fields EVERYTHING =
      new Output.Fields(
          List.of(
              leaf("id", LogicalType.STRING, tokenize()),
              leaf("kind", LogicalType.STRING, new Step.Keep()),
              leaf("fee", LogicalType.NUMBER, new Step.Bucket(new BigDecimal("0.125"))),
              new Output.Field(
                  "address",
                  true,
                  new Output.Fields(
                      List.of(leaf("address.zip", LogicalType.STRING, new Step.Keep())))),
              new Output.Field(
                  "items",
                  true,
                  new Output.Items(
                      new Output.Fields(
                          List.of(
                              new Output.Field(
                                  "sku",
                                  false,
                                  new Output.Leaf(
                                      FieldPath.parse("items[].sku"),
                                      LogicalType.STRING,
                                      LogicalType.STRING,
                                      new Step.Keep())),
                              leaf("items[].price", LogicalType.INTEGER, new Step.Keep()))))),
              leaf("at", LogicalType.TIMESTAMP, new Step.Round(TimeUnit.DAY, null))));

  /** Writes what it was given between angle brackets. */
  static final TextTreatment BRACKETS =
      (value, from, to, subject, out) -> {
        out.write('<');
        out.write(value, from, to);
        out.write('>');
        return null;
      };

  static GenericRecord payment() {
    GenericRecord record = new GenericData.Record(READER);
    record.put("id", "C1");
    record.put("MARKER10", "MARKER");
    record.put("kind", new GenericData.EnumSymbol(READER.getField("kind").schema(), "PUBLIC"));
    Schema fee = READER.getField("fee").schema();
    record.put(
        "fee",
        new Conversions.DecimalConversion()
            .toFixed(new BigDecimal("-7.30"), fee, fee.getLogicalType()));
    GenericRecord address = new GenericData.Record(READER.getField("address").schema());
    address.put("zip", "01234");
    address.put("MARKER18", "MARKER");
    record.put("address", address);
    record.put("items", List.of(item("a", 1), item(null, 2)));
    record.put("at", 1_772_352_019_000_001L);
    return record;
  }

  static GenericRecord item(@Nullable String sku, int price) {
    GenericRecord item = new GenericData.Record(READER.getField("items").schema().getElementType());
    item.put("sku", sku);
    item.put("price", price);
    return item;
  }

  static byte[] bytes(Schema schema, GenericRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  /** What one release makes of one record. */
  static final class Run {
    final AvroTreater treater;
    final ByteOutput value = new ByteOutput(8);
    final ByteOutput key = new ByteOutput(8);
    final @Nullable Rejection rejection;

    Run(
        Schema reader,
        Shape.Fields shape,
        Output.Fields output,
        Function<Output.Leaf, TextTreatment> treatments,
        GenericRecord record)
        throws IOException {
      ReleasePlan release = Plans.release(output, FieldPath.of("id"));
      ProductPlan plan = Plans.product(shape, release, FieldPath.of("id"), null, null);
      AvroFormat format = new AvroFormat(reader, null);
      treater = new AvroTreater(plan, release, format, null, treatments);
      Event event =
          new AvroDecoder(plan, format, 1 << 20, 64)
              .decode(new SourceRecord(bytes(reader, record), 0, 0, 0));
      assertThat(event.rejection()).isNull();
      rejection = treater.treat(event, value, key);
    }

    GenericRecord read() throws IOException {
      assertThat(rejection).isNull();
      return NaiveWay.read(value.toByteArray(), treater.outputSchema(), treater.outputSchema());
    }
  }

  private AvroPayment() {}
}
