package dev.weir.local.payments;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A payment as JSON text, good or bad in one way. */
record PaymentJson(Customer customer, Purchase purchase) {

  private static final JsonNodeFactory EXACT = JsonNodeFactory.withExactBigDecimals(true);
  private static final JsonMapper JSON = JsonMapper.builder().nodeFactory(EXACT).build();

  /** What was bought. */
  record Purchase(
      String id,
      BigDecimal amount,
      String merchant,
      String category,
      List<String> tags,
      Instant at) {}

  /**
   * @param undeclared with fields that the product does not have
   */
  String good(boolean undeclared) {
    ObjectNode payment = payment();
    if (undeclared) {
      payment.put("loyalty", "LOYAL-" + customer.id());
      payment.putObject("device").put("fingerprint", "fp-" + customer.id()).put("rooted", false);
    }
    return payment.toString();
  }

  String bad(Flaw flaw) {
    ObjectNode payment = payment();
    return switch (flaw) {
      case MALFORMED -> payment.toString().substring(0, payment.toString().length() / 2);
      case WRONG_TYPE -> payment.put("amount", "about " + purchase.amount()).toString();
      case MISSING -> {
        payment.withObjectProperty("customer").remove("id");
        yield payment.toString();
      }
      case DUPLICATE_NAME -> "{\"amount\":1," + payment.toString().substring(1);
    };
  }

  private ObjectNode payment() {
    ObjectNode payment = JSON.createObjectNode().put("payment_id", purchase.id());
    payment
        .putObject("customer")
        .put("id", customer.id())
        .put("name", customer.name())
        .put("email", customer.email())
        .put("phone", customer.phone())
        .put("birth_date", customer.birthDate().toString());
    payment
        .putObject("address")
        .put("street", customer.street())
        .put("zip", customer.zip())
        .put("country", customer.country().name());
    payment
        .putObject("card")
        .put("number", customer.cardNumber())
        .put("network", customer.network());
    payment.put("amount", purchase.amount()).put("currency", "EUR");
    payment
        .putObject("merchant")
        .put("id", purchase.merchant())
        .put("category", purchase.category());
    purchase.tags().forEach(payment.putArray("tags")::add);
    return payment.put("occurred_at", purchase.at().toString());
  }

  /** Without a value. */
  @Override
  public String toString() {
    return "PaymentJson";
  }
}
