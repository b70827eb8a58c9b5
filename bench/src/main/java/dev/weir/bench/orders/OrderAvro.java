package dev.weir.bench.orders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Orders as bare Avro data. */
public final class OrderAvro {

  public static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"Order","fields":[
               {"name":"order_id","type":"string"},{"name":"user_id","type":"string"},
               {"name":"name","type":"string"},{"name":"email","type":"string"},
               {"name":"phone","type":"string"},{"name":"gender","type":"string"},
               {"name":"birth_date","type":"string"},{"name":"ip","type":"string"},
               {"name":"zip","type":"string"},{"name":"city","type":"string"},
               {"name":"country","type":"string"},{"name":"amount","type":"double"},
               {"name":"currency","type":"string"},{"name":"sales_channel","type":"string"},
               {"name":"payment_method","type":"string"},
               {"name":"occurred_at","type":{"type":"long","logicalType":"timestamp-millis"}}]}
              """);

  private OrderAvro() {}

  static byte[] write(Order order) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(256);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(SCHEMA).write(datum(order), encoder);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static GenericRecord datum(Order order) {
    GenericRecord datum = new GenericData.Record(SCHEMA);
    datum.put("order_id", order.orderId());
    datum.put("user_id", order.userId());
    datum.put("name", order.name());
    datum.put("email", order.email());
    datum.put("phone", order.phone());
    datum.put("gender", order.gender());
    datum.put("birth_date", order.birthDate());
    datum.put("ip", order.ip());
    datum.put("zip", order.zip());
    datum.put("city", order.city());
    datum.put("country", "DE");
    datum.put("amount", order.cents() / 100.0);
    datum.put("currency", "EUR");
    datum.put("sales_channel", "webshop");
    datum.put("payment_method", "credit card");
    datum.put("occurred_at", order.at());
    return datum;
  }
}
