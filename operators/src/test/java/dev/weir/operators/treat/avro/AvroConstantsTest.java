package dev.weir.operators.treat.avro;

import static dev.weir.operators.treat.avro.AvroPayment.BRACKETS;
import static dev.weir.operators.treat.avro.AvroPayment.READER;
import static dev.weir.operators.treat.avro.AvroPayment.Run;
import static dev.weir.operators.treat.avro.AvroPayment.SHAPE;
import static dev.weir.operators.treat.avro.AvroPayment.leaf;
import static dev.weir.operators.treat.avro.AvroPayment.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.plan.Output;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** What a redacted field holds. */
class AvroConstantsTest {

  @Test
  void redact_writesItsConstantOfTheFieldsType_andNullStaysNull() throws IOException {
    Schema reader =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"R","fields":[
                 {"name":"s","type":"string"},{"name":"i","type":"int"},{"name":"d","type":"double"},
                 {"name":"b","type":["null","boolean"]},{"name":"day","type":{"type":"int","logicalType":"date"}},
                 {"name":"gone","type":["null","string"]},{"name":"nothing","type":"string"}]}
                """);
    List<Output.Field> fields = new ArrayList<>();
    List<Shape.Field> shapes = new ArrayList<>();
    for (String[] one :
        new String[][] {
          {"s", "string", "\"a\\u0062\""},
          {"i", "integer", "-7"},
          {"d", "number", "1.50"},
          {"b", "boolean", "true"},
          {"day", "date", "\"2026-03-01\""},
          {"gone", "string", "\"x\""},
          {"nothing", "string", "null"}
        }) {
      LogicalType type = LogicalType.ofWord(one[1]).orElseThrow();
      shapes.add(new Shape.Field(one[0], false, new Shape.Leaf(type, null)));
      Output.Leaf leaf = new Output.Leaf(FieldPath.of(one[0]), type, type, new Step.Redact(one[2]));
      fields.add(new Output.Field(one[0], false, leaf));
    }
    GenericRecord record = new GenericData.Record(reader);
    record.put("s", "MARKER");
    record.put("i", 1);
    record.put("d", 1.0);
    record.put("b", false);
    record.put("day", 1);
    record.put("nothing", "MARKER");
    Run run =
        new Run(
            reader, new Shape.Fields(shapes), new Output.Fields(fields), leaf -> BRACKETS, record);
    assertThat(run.read().toString())
        .isEqualTo(
            "{\"s\": \"ab\", \"i\": -7, \"d\": 1.5, \"b\": true, \"day\": 20513, \"gone\": null,"
                + " \"nothing\": null}");
  }

  @Test
  void constantOfAnotherType_isRefusedBeforeAnyRecord() {
    Output.Fields output =
        new Output.Fields(
            List.of(leaf("at", LogicalType.TIMESTAMP, new Step.Redact("\"yesterday\""))));
    assertThatThrownBy(() -> new Run(READER, SHAPE, output, leaf -> BRACKETS, payment()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at:");
  }
}
