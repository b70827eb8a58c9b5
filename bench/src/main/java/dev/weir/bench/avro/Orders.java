package dev.weir.bench.avro;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Orders of about 190 bytes, and a policy: four tokens, two fields dropped, two cut, four kept. */
final class Orders {

  static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"Order","fields":[
               {"name":"order_id","type":"string"},{"name":"user_id","type":"string"},
               {"name":"name","type":"string"},{"name":"email","type":"string"},
               {"name":"phone","type":"string"},{"name":"gender","type":"string"},
               {"name":"birth_date","type":"string"},{"name":"ip","type":"string"},
               {"name":"zip","type":"string"},{"name":"country","type":"string"},
               {"name":"amount","type":"double"},
               {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}}]}
              """);

  static final List<String> TOKENS = List.of("user_id", "name", "email", "phone");
  static final List<String> KEPT = List.of("order_id", "country", "amount", "at");

  private Orders() {}

  static ReleasePlan release() {
    List<Output.Field> fields = new ArrayList<>();
    for (Schema.Field field : SCHEMA.getFields()) {
      Step step = step(field.name());
      if (step != null) {
        LogicalType type = type(field.name());
        FieldPath path = FieldPath.of(field.name());
        fields.add(new Output.Field(field.name(), true, new Output.Leaf(path, type, type, step)));
      }
    }
    return new ReleasePlan(
        "a",
        "1.0.0",
        "acme",
        "orders",
        "records",
        "acme.orders.v1",
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        null,
        FieldPath.of("user_id"),
        List.of("decode", "treat"),
        new Output.Fields(fields),
        List.of(),
        "0".repeat(32));
  }

  private static @Nullable Step step(String field) {
    if (TOKENS.contains(field)) {
      return new Step.Tokenize(
          TokenScheme.DETERMINISTIC,
          new Step.KeyRef("acme", "deterministic"),
          new Step.TokenContext("deterministic", "agreement:a", "orders/" + field),
          null);
    } else if (KEPT.contains(field)) {
      return new Step.Keep();
    }
    return switch (field) {
      case "zip" -> new Step.Truncate(2);
      case "birth_date" -> new Step.Truncate(4);
      default -> null;
    };
  }

  private static LogicalType type(String field) {
    return switch (field) {
      case "amount" -> LogicalType.NUMBER;
      case "at" -> LogicalType.TIMESTAMP;
      default -> LogicalType.STRING;
    };
  }

  static ProductPlan product() {
    List<Shape.Field> fields =
        SCHEMA.getFields().stream()
            .filter(field -> step(field.name()) != null)
            .map(f -> new Shape.Field(f.name(), true, new Shape.Leaf(type(f.name()), null)))
            .toList();
    return new ProductPlan(
        "orders",
        "1.0.0",
        "order",
        "s",
        "d",
        "t",
        "orders.dead-letters",
        new Shape.Fields(fields),
        FieldPath.of("user_id"),
        FieldPath.of("at"),
        null,
        List.of(release()));
  }

  static byte[][] data(int count) {
    Random random = new Random(7);
    byte[][] data = new byte[count][];
    for (int i = 0; i < count; i++) {
      data[i] = datum(random.nextInt(200_000), i);
    }
    return data;
  }

  private static byte[] datum(int user, int number) {
    GenericRecord order = new GenericData.Record(SCHEMA);
    order.put("order_id", "O-2026-%010d".formatted(number));
    order.put("user_id", "user-%09d".formatted(user));
    order.put("name", "Maximilian Example %06d".formatted(user));
    order.put("email", "maximilian.%06d@example.com".formatted(user));
    order.put("phone", "+49151%08d".formatted(user));
    order.put("gender", "f");
    order.put("birth_date", "1946-07-15");
    order.put("ip", "192.0.2.%d".formatted(user % 256));
    order.put("zip", "%05d".formatted(user % 100_000));
    order.put("country", "DE");
    order.put("amount", number / 100.0);
    order.put("at", 1_772_352_019_000L + number);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(SCHEMA).write(order, encoder);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
