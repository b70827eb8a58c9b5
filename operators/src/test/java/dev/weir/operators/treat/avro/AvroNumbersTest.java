package dev.weir.operators.treat.avro;

import static dev.weir.operators.treat.avro.AvroPayment.Run;
import static dev.weir.operators.treat.avro.AvroPayment.bytes;
import static dev.weir.operators.treat.avro.AvroPayment.leaf;
import static dev.weir.operators.treat.avro.AvroPayment.shape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Numbers of Avro: what their types can hold, and what promotion makes of them. */
class AvroNumbersTest {

  @Test
  void numberThatItsTypeCannotHold_isOutOfRange() throws IOException {
    Schema reader =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"n\",\"type\":\"int\"}]}");
    Shape.Fields shape = new Shape.Fields(List.of(shape("n", LogicalType.INTEGER)));
    Output.Fields output =
        new Output.Fields(List.of(leaf("n", LogicalType.INTEGER, new Step.Bucket(BigDecimal.TEN))));
    GenericRecord record = new GenericData.Record(reader);
    record.put("n", Integer.MIN_VALUE);
    Run run = new Run(reader, shape, output, NaiveWay::treatment, record);
    assertThat(run.rejection).isEqualTo(new Rejection(Reason.OUT_OF_RANGE, FieldPath.of("n")));
    record.put("n", -1);
    assertThat(new Run(reader, shape, output, NaiveWay::treatment, record).read().get("n"))
        .isEqualTo(-10);
  }

  /** As the specification promotes: a long above 2^53 loses digits as a double. */
  @Test
  void promotedNumber_isWhatTheLibraryMakesOfIt() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"n\",\"type\":\"%s\"}]}";
    for (String[] pair :
        new String[][] {
          {"long", "double"}, {"long", "float"}, {"int", "float"}, {"float", "double"}
        }) {
      Schema writer = new Schema.Parser().parse(schema.formatted(pair[0]));
      Schema reader = new Schema.Parser().parse(schema.formatted(pair[1]));
      Shape.Fields shape = new Shape.Fields(List.of(shape("n", LogicalType.NUMBER)));
      ReleasePlan release =
          Plans.release(
              new Output.Fields(List.of(leaf("n", LogicalType.NUMBER, new Step.Keep()))), null);
      ProductPlan plan = Plans.product(shape, release);
      AvroFormat format = new AvroFormat(reader, new AvroAgainstNaiveTest.OneWriter(1, writer));
      AvroTreater treater = new AvroTreater(plan, release, format, null, NaiveWay::treatment);
      GenericRecord record = new GenericData.Record(writer);
      record.put(
          "n",
          pair[0].equals("long")
              ? (Object) ((1L << 53) + 1)
              : pair[0].equals("int") ? (Object) 16_777_217 : (Object) 0.1f);
      byte[] datum = bytes(writer, record);
      Event event =
          new AvroDecoder(plan, format, 1000, 64)
              .decode(new SourceRecord(AvroAgainstNaiveTest.framed(1, datum), 0, 0, 0));
      ByteOutput value = new ByteOutput(8);
      assertThat(treater.treat(event, value, new ByteOutput(8))).isNull();
      assertThat(
              NaiveWay.read(value.toByteArray(), treater.outputSchema(), treater.outputSchema())
                  .get("n"))
          .isEqualTo(NaiveWay.read(datum, writer, reader).get("n"));
    }
  }
}
