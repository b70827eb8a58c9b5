package dev.weir.bench.orders;

import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.stage.RecordFormat;
import java.util.Locale;

/** How orders are written. */
public enum OrderFormat {
  /** One object a record, about 400 bytes. */
  JSON,
  /** Bare data of {@link OrderAvro#SCHEMA}, about 190 bytes. */
  AVRO;

  /** The order of that number. */
  public byte[] record(long number) {
    Order order = Order.of(number);
    return this == JSON ? OrderJson.write(order) : OrderAvro.write(order);
  }

  /** The Kafka key of the order: the user's id, as producers partition by the subject. */
  public static String key(long number) {
    return Order.of(number).userId();
  }

  /** Weir's reader and writer of it. */
  public RecordFormat weir() {
    return this == JSON
        ? new JsonRecordFormat(RecordLimits.DEFAULT)
        : AvroRecordFormat.bare(OrderAvro.SCHEMA.toString(), RecordLimits.DEFAULT);
  }

  /** As it is written on a command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
