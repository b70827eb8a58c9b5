package dev.weir.bench.orders;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.plan.JobPlan;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.QuotaPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.SinkPlan;
import dev.weir.plan.Step;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The plan of a gateway with one release of orders under {@link OrderPolicy}. */
public final class OrderPlan {

  private static final Step.KeyRef KEY = new Step.KeyRef(OrderPolicy.PARTNER, OrderPolicy.SCHEME);

  private OrderPlan() {}

  /** The plan that writes to those topics. */
  public static JobPlan of(String topic, String deadLetters) {
    List<String> topics = Stream.of(topic, deadLetters).sorted().toList();
    ProductPlan product =
        new ProductPlan(
            OrderPolicy.PRODUCT,
            "1.0.0",
            "v3.1.0",
            "order",
            "weir/orders/order/source",
            "weir/orders/order/decode",
            "weir/orders/order/treat",
            deadLetters,
            new Shape.Fields(kept().map(OrderPlan::read).toList()),
            FieldPath.of(OrderPolicy.SUBJECT),
            FieldPath.of("occurred_at"),
            null,
            List.of(release(topic)));
    return new JobPlan("bench", List.of(product), SinkPlan.of("bench", topic, topics));
  }

  /**
   * The same, with a second agreement of the same partner about the same fields.
   *
   * @param second topic of that
   * @param limits of the second; null: it has no quota
   */
  public static JobPlan of(
      String topic, String deadLetters, String second, QuotaPlan.@Nullable Limits limits) {
    JobPlan one = of(topic, deadLetters);
    ProductPlan product = one.products().get(0);
    List<String> stages =
        limits == null ? List.of("decode", "treat") : List.of("decode", "treat", "quota");
    ProductPlan both =
        new ProductPlan(
            product.product(),
            product.version(),
            product.apiVersion(),
            product.object(),
            product.sourceUid(),
            product.decodeUid(),
            product.treatUid(),
            deadLetters,
            product.record(),
            product.subject(),
            product.eventTime(),
            null,
            List.of(release(topic), release("acme-second", second, stages)));
    List<String> topics = Stream.of(topic, deadLetters, second).sorted().toList();
    return new JobPlan(
        "bench",
        List.of(both),
        SinkPlan.of("bench", topic, topics),
        null,
        List.of(),
        limits == null
            ? List.of()
            : List.of(new QuotaPlan("acme-second", List.of(new QuotaPlan.Version(null, limits)))));
  }

  private static ReleasePlan release(String topic) {
    return release("acme-orders", topic, List.of("decode", "treat"));
  }

  private static ReleasePlan release(String agreement, String topic, List<String> stages) {
    return new ReleasePlan(
        agreement,
        "1.0.0",
        OrderPolicy.PARTNER,
        "orders",
        "records",
        topic,
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        "P90D",
        FieldPath.of(OrderPolicy.SUBJECT),
        stages,
        null,
        new Output.Fields(kept().map(OrderPlan::written).toList()),
        List.of(KEY),
        null,
        "0123456789abcdef0123456789abcdef");
  }

  private static Stream<String> kept() {
    return OrderAvro.SCHEMA.getFields().stream()
        .map(Schema.Field::name)
        .filter(name -> !OrderPolicy.DROPPED.contains(name));
  }

  private static Shape.Field read(String field) {
    return new Shape.Field(field, true, new Shape.Leaf(type(field), null));
  }

  private static Output.Field written(String field) {
    LogicalType from = type(field);
    LogicalType to = field.equals(OrderPolicy.BIRTH_DATE) ? LogicalType.STRING : from;
    return new Output.Field(
        field, true, new Output.Leaf(FieldPath.of(field), from, to, step(field)));
  }

  private static Step step(String field) {
    if (OrderPolicy.TOKENS.contains(field)) {
      return new Step.Tokenize(
          TokenScheme.DETERMINISTIC,
          KEY,
          new Step.TokenContext(OrderPolicy.SCHEME, OrderPolicy.SCOPE, OrderPolicy.domain(field)),
          null);
    }
    return switch (field) {
      case OrderPolicy.ZIP -> new Step.Truncate(OrderPolicy.ZIP_LENGTH);
      case OrderPolicy.BIRTH_DATE -> new Step.Round(TimeUnit.YEAR, null);
      default -> new Step.Keep();
    };
  }

  private static LogicalType type(String field) {
    return switch (field) {
      case "amount" -> LogicalType.NUMBER;
      case "birth_date" -> LogicalType.DATE;
      case "occurred_at" -> LogicalType.TIMESTAMP;
      default -> LogicalType.STRING;
    };
  }
}
