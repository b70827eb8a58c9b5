package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Budget;
import dev.weir.config.agreement.Measure;
import dev.weir.config.agreement.PerSubject;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.agreement.Window;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.gateway.SourceTopic;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway beside the files that it names. */
final class GatewayRulesTest {

  private static final Product PRODUCT =
      Written.product(
          Written.leaf("customer_id", LogicalType.STRING, PrivacyRole.SUBJECT),
          Written.leaf("amount", LogicalType.NUMBER, PrivacyRole.SENSITIVE));
  private static final Agreement ACME = releasing("acme", "acme.v1");

  private static Agreement releasing(String partner, String topic) {
    return Written.agreement(
        partner, Written.records(topic, Map.of(FieldPath.of("amount"), new Treatment.Keep())));
  }

  private static Budget budget(String epsilon) {
    return new Budget(new BigDecimal(epsilon), new BigDecimal("1e-8"), Period.ofDays(1));
  }

  private static Agreement figures(String partner, String epsilon) {
    return Written.agreement(
        partner,
        new Release.Statistics(
            "figures",
            null,
            partner + ".v1",
            new Window.Tumbling(List.of(Period.ofDays(1))),
            null,
            Map.of(),
            Map.of("payments", new Measure.Count(BigDecimal.ONE)),
            new PerSubject(1, 1, 1),
            new Budget(new BigDecimal(epsilon), new BigDecimal("1e-9"), Period.ofDays(1)),
            List.of()));
  }

  private static List<String> rules(
      List<String> products, String source, Map<String, Budget> budgets, Agreement... agreements) {
    return rules(products, source, "in", budgets, agreements);
  }

  private static List<String> rules(
      List<String> products,
      String source,
      String read,
      Map<String, Budget> budgets,
      Agreement... agreements) {
    SourceTopic topic =
        new SourceTopic(
            read, new SourceTopic.StartFrom.Earliest(), SourceTopic.Format.JSON, null, null, false);
    Gateway gateway =
        new Gateway(
            "weir/v1",
            "Gateway",
            "eu",
            products,
            List.of("*.yaml"),
            null,
            new Gateway.Kafka("broker:9092", Map.of(), null),
            Map.of(source, topic),
            Gateway.Limits.DEFAULT,
            null,
            null,
            budgets,
            null,
            "own",
            new Gateway.Checkpoints("file:///c", Duration.ofSeconds(10)),
            1);
    FileSet files = Written.files(PRODUCT, agreements);
    return Written.rules(
        new FileSet(
            files.products(),
            files.agreements(),
            List.of(Written.document("gateway.yaml", gateway)),
            List.of()));
  }

  @Test
  void wholeGateway_hasNoProblem() {
    assertThat(rules(List.of("product.yaml"), "card-payments", Map.of(), ACME)).isEmpty();
  }

  @Test
  void topicsThatTheGatewayWritesOrReads_areNoReleases() {
    for (String topic :
        List.of(
            "own.progress",
            "own_progress",
            "weir.progress",
            "in",
            "card-payments.dead-letters",
            "card-payments_dead-letters",
            "acme.usage",
            "globex.usage")) {
      assertThat(
              rules(
                  List.of("product.yaml"),
                  "card-payments",
                  Map.of(),
                  ACME,
                  releasing("globex", topic)))
          .as(topic)
          .containsExactly("topic-reserved");
    }
  }

  @Test
  void topicsThatTheGatewayWrites_areNotRead() {
    for (String topic : List.of("card-payments.dead-letters", "own.usage", "acme_usage")) {
      assertThat(rules(List.of("product.yaml"), "card-payments", topic, Map.of(), ACME))
          .as(topic)
          .containsExactly("topic-reserved");
    }
    assertThat(rules(List.of("product.yaml"), "card-payments", "usage", Map.of(), ACME)).isEmpty();
  }

  @Test
  void productWithoutASource_andSourceWithoutAProduct_areRefused() {
    assertThat(rules(List.of("product.yaml"), "cards", Map.of(), ACME))
        .containsExactlyInAnyOrder("source-missing", "source-unknown");
  }

  @Test
  void agreementWithoutItsProduct_isRefused() {
    assertThat(rules(List.of(), "card-payments", Map.of(), ACME))
        .containsExactlyInAnyOrder("gateway-product", "source-unknown");
  }

  @Test
  void budgets_addUpBelowTheCeiling() {
    Map<String, Budget> ceiling = Map.of("card-payments", budget("4"));
    List<String> product = List.of("product.yaml");
    assertThat(rules(product, "card-payments", ceiling, figures("a", "1"), figures("b", "1")))
        .isEmpty();
    assertThat(rules(product, "card-payments", ceiling, figures("a", "4"), figures("b", "4")))
        .containsExactly("budget-ceiling");
  }
}
