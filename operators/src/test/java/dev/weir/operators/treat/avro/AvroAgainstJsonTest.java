package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.AvroToJson;
import dev.weir.operators.decode.json.JsonDecoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.Treater;
import dev.weir.operators.treat.json.JsonTreater;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A record lets out the same whether it comes as Avro, or from an Avro file by way of JSON. */
class AvroAgainstJsonTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Property(tries = 2000)
  void bothWays_letOutTheSame(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    RandomSchemas.Drawn drawn = new RandomSchemas(random).record();
    ReleasePlan release = Plans.release((Output.Fields) drawn.output(), null);
    Shape.Fields shape = (Shape.Fields) drawn.shape();
    ProductPlan plan = Plans.product(shape, release);
    AvroToJson toJson = AvroToJson.compile(drawn.schema(), shape, 64, new ArrayList<>());
    if (toJson == null) {
      return; // records that hold nothing
    }
    AvroFormat format = new AvroFormat(drawn.schema(), null);
    AvroDecoder avro = new AvroDecoder(plan, format, 1 << 20, 64);
    AvroTreater treater = new AvroTreater(plan, release, format, null, NaiveWay::treatment);
    JsonDecoder json = JsonDecoder.compile(plan, 1 << 20, 64);
    JsonTreater jsonTreater = JsonTreater.compile(release, plan, NaiveWay.NO_KEYS);
    RandomData data = new RandomData(random);
    for (int i = 0; i < 10; i++) {
      byte[] source = data.encoded(drawn.schema(), data.of(drawn.schema()));
      ByteOutput converted = new ByteOutput(16);
      assertThat(toJson.convert(source, 0, source.length, converted)).isEqualTo(source.length);
      byte[] streamed = treated(avro, treater, source);
      byte[] filed = treated(json, jsonTreater, converted.toByteArray());
      Schema schema = treater.outputSchema();
      assertSame(NaiveWay.read(streamed, schema, schema), schema, JSON.readTree(filed));
    }
  }

  private static byte[] treated(Decoder decoder, Treater treater, byte[] source) {
    Event event = decoder.decode(new SourceRecord(source, 0, 0, 0));
    assertThat(event.rejection()).isNull();
    ByteOutput value = new ByteOutput(16);
    assertThat(treater.treat(event, value, new ByteOutput(16))).isNull();
    return value.toByteArray();
  }

  private static void assertSame(@Nullable Object avro, Schema nullable, @Nullable JsonNode json) {
    Schema type = Unions.nonNull(nullable);
    if (avro == null) {
      assertThat(json == null || json.isNull()).isTrue();
    } else if (json == null) {
      throw new AssertionError("absent in JSON");
    } else if (avro instanceof GenericRecord record) {
      assertThat(json.isObject()).isTrue();
      type.getFields()
          .forEach(f -> assertSame(record.get(f.name()), f.schema(), json.get(f.name())));
    } else if (avro instanceof List<?> items) {
      assertThat(json).hasSameSizeAs(items);
      Iterator<JsonNode> others = json.iterator();
      items.forEach(item -> assertSame(item, type.getElementType(), others.next()));
    } else {
      assertSameLeaf(avro, type, json);
    }
  }

  private static void assertSameLeaf(Object avro, Schema type, JsonNode json) {
    if (avro instanceof Float number) {
      assertThat(json.decimalValue().floatValue()).isEqualTo(number);
    } else if (avro instanceof Double number) {
      assertThat(json.decimalValue().doubleValue()).isEqualTo(number);
    } else if (avro instanceof Boolean bool) {
      assertThat(json.booleanValue()).isEqualTo(bool);
    } else if (json.isNumber()) {
      assertThat(json.decimalValue())
          .isEqualByComparingTo(new BigDecimal(NaiveWay.text(avro, type)));
    } else {
      assertThat(type.getLogicalType() instanceof LogicalTypes.Decimal).isFalse();
      assertThat(json.textValue()).isEqualTo(NaiveWay.text(avro, type));
    }
  }
}
