package dev.weir.operators.treat.avro;

import static dev.weir.operators.treat.avro.AvroPayment.EVERYTHING;
import static dev.weir.operators.treat.avro.AvroPayment.READER;
import static dev.weir.operators.treat.avro.AvroPayment.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.LogicalType;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The schema of what leaves: made of the plan, with nothing of the source. */
class AvroReleaseSchemaTest {

  @Test
  void outputSchema_holdsNothingOfTheSourcesThatNobodyDeclared() {
    Schema schema = ReleaseAvroSchema.of(Plans.release(EVERYTHING, null), READER);
    assertThat(schema.toString()).doesNotContainIgnoringCase("marker");
    assertThat(schema.toString())
        .isEqualTo(
            "{\"type\":\"record\",\"name\":\"pay_ments\",\"namespace\":\"acme_eu\",\"fields\":["
                + "{\"name\":\"id\",\"type\":\"string\"},"
                + "{\"name\":\"kind\",\"type\":\"string\"},"
                + "{\"name\":\"fee\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\","
                + "\"precision\":11,\"scale\":3}},"
                + "{\"name\":\"address\",\"type\":{\"type\":\"record\",\"name\":\"pay_ments_address\","
                + "\"fields\":[{\"name\":\"zip\",\"type\":\"string\"}]}},"
                + "{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
                + "\"name\":\"pay_ments_items\",\"fields\":["
                + "{\"name\":\"sku\",\"type\":[\"null\",\"string\"]},"
                + "{\"name\":\"price\",\"type\":\"int\"}]}}},"
                + "{\"name\":\"at\",\"type\":\"string\"}]}");
    assertThat(new Schema.Parser().parse(schema.toString())).isEqualTo(schema);
  }

  @Test
  void schemaOfOtherRecords_isMadeOfTheDeclaredTypes() {
    Schema schema =
        new Schema.Parser().parse(ReleaseAvroSchema.of(Plans.release(EVERYTHING, null)));
    assertThat(schema.getField("fee").schema().getType()).isEqualTo(Schema.Type.DOUBLE);
    assertThat(schema.getField("items").schema().getElementType().isNullable()).isTrue();
  }

  @Test
  void namesThatMeet_areToldApart() {
    Output.Field leaf = leaf("x", LogicalType.STRING, new Step.Keep());
    Output.Fields inner = new Output.Fields(List.of(leaf));
    Output.Fields twice =
        new Output.Fields(
            List.of(
                new Output.Field(
                    "a", true, new Output.Fields(List.of(new Output.Field("b", true, inner)))),
                new Output.Field("a_b", true, inner)));
    Schema schema = new Schema.Parser().parse(ReleaseAvroSchema.of(Plans.release(twice, null)));
    assertThat(schema.getField("a_b").schema().getName()).isEqualTo("pay_ments_a_b_2");
  }
}
