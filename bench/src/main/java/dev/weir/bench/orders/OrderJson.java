package dev.weir.bench.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Orders as JSON without white space, the fields in the product's order. */
final class OrderJson {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private OrderJson() {}

  static byte[] write(Order order) {
    StringBuilder out = new StringBuilder(420);
    text(out, '{', "order_id", order.orderId());
    text(out, ',', "user_id", order.userId());
    text(out, ',', "name", order.name());
    text(out, ',', "email", order.email());
    text(out, ',', "phone", order.phone());
    text(out, ',', "gender", order.gender());
    text(out, ',', "birth_date", order.birthDate());
    text(out, ',', "ip", order.ip());
    text(out, ',', "zip", order.zip());
    text(out, ',', "city", order.city());
    text(out, ',', "country", "DE");
    out.append(",\"amount\":").append(order.cents() / 100).append('.');
    out.append(order.cents() / 10 % 10).append(order.cents() % 10);
    text(out, ',', "currency", "EUR");
    text(out, ',', "sales_channel", "webshop");
    text(out, ',', "payment_method", "credit card");
    text(out, ',', "occurred_at", MILLIS.format(Instant.ofEpochMilli(order.at())));
    return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void text(StringBuilder out, char before, String name, String value) {
    out.append(before).append('"').append(name).append("\":\"").append(value).append('"');
  }
}
