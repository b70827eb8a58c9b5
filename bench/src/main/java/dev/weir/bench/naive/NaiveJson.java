package dev.weir.bench.naive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.orders.OrderPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** By way of Jackson's tree. */
final class NaiveJson implements NaiveTreatment {

  private final JsonMapper mapper = new JsonMapper();
  private final NaiveTokens tokens;

  NaiveJson(NaiveTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Treated treat(byte[] record) throws IOException, GeneralSecurityException {
    ObjectNode order = (ObjectNode) mapper.readTree(record);
    for (String field : OrderPolicy.TOKENS) {
      order.put(field, tokens.token(field, order.get(field).textValue()));
    }
    order.remove(OrderPolicy.DROPPED);
    cut(order, OrderPolicy.ZIP, OrderPolicy.ZIP_LENGTH);
    cut(order, OrderPolicy.BIRTH_DATE, OrderPolicy.YEAR_LENGTH);
    byte[] key = order.get(OrderPolicy.SUBJECT).textValue().getBytes(StandardCharsets.US_ASCII);
    return new Treated(key, mapper.writeValueAsBytes(order));
  }

  private static void cut(ObjectNode order, String field, int length) {
    order.put(field, order.get(field).textValue().substring(0, length));
  }
}
