package dev.weir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import dev.weir.config.product.Property;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlannerTest {

  private static final Product PRODUCT =
      Cards.product(
          Cards.leaf("payment_id", LogicalType.STRING, true, PrivacyRole.PUBLIC),
          Cards.leaf("customer_id", LogicalType.STRING, true, PrivacyRole.SUBJECT),
          Cards.leaf("name", LogicalType.STRING, false, PrivacyRole.IDENTIFIER),
          Cards.field(
              "address",
              LogicalType.OBJECT,
              false,
              null,
              List.of(
                  Cards.leaf("street", LogicalType.STRING, false, PrivacyRole.IDENTIFIER),
                  Cards.leaf("country", LogicalType.STRING, true, PrivacyRole.JURISDICTION)),
              null),
          Cards.leaf("amount", LogicalType.NUMBER, true, PrivacyRole.SENSITIVE),
          tags(),
          Cards.leaf("occurred_at", LogicalType.TIMESTAMP, true, PrivacyRole.PUBLIC));

  private static Property tags() {
    Property tag = Cards.leaf("tag", LogicalType.STRING, false, null);
    return Cards.field("tags", LogicalType.ARRAY, false, PrivacyRole.PUBLIC, List.of(), tag);
  }

  /** Against the product's order. */
  private static Agreement acme() {
    Map<FieldPath, Treatment> fields = new LinkedHashMap<>();
    fields.put(FieldPath.of("tags"), new Treatment.Keep());
    fields.put(FieldPath.of("amount"), new Treatment.Bucket(new BigDecimal("10")));
    fields.put(FieldPath.of("address", "country"), new Treatment.Keep());
    fields.put(FieldPath.of("customer_id"), Cards.token(TokenScheme.DETERMINISTIC));
    fields.put(FieldPath.of("payment_id"), new Treatment.Keep());
    fields.put(FieldPath.of("name"), new Treatment.Drop());
    return Cards.agreement("acme-payments", "acme", fields);
  }

  private static Agreement globex() {
    Map<FieldPath, Treatment> fields =
        Map.of(FieldPath.of("customer_id"), Cards.token(TokenScheme.ONE_WAY));
    return Cards.agreement("globex-payments", "globex", fields);
  }

  private static Output.Field leaf(
      String name, boolean required, FieldPath source, LogicalType type, Step step) {
    return new Output.Field(name, required, new Output.Leaf(source, type, type, step));
  }

  @Test
  void output_isTheProductsNestingAndOrder() {
    JobPlan plan = Planner.plan("eu", "weir", Cards.files(PRODUCT, acme()));

    Step.KeyRef key = new Step.KeyRef("acme", "deterministic");
    Step.TokenContext context =
        new Step.TokenContext(
            "deterministic", "agreement:acme-payments", "card-payments/customer_id");
    Output.Leaf country =
        new Output.Leaf(
            FieldPath.of("address", "country"),
            LogicalType.STRING,
            LogicalType.STRING,
            new Step.Keep());
    Output.Leaf tag =
        new Output.Leaf(
            FieldPath.parse("tags[]"), LogicalType.STRING, LogicalType.STRING, new Step.Keep());
    assertThat(plan.releases().get(0).output().fields())
        .containsExactly(
            leaf(
                "payment_id",
                true,
                FieldPath.of("payment_id"),
                LogicalType.STRING,
                new Step.Keep()),
            leaf(
                "customer_id",
                true,
                FieldPath.of("customer_id"),
                LogicalType.STRING,
                new Step.Tokenize(TokenScheme.DETERMINISTIC, key, context, null)),
            new Output.Field(
                "address",
                false,
                new Output.Fields(List.of(new Output.Field("country", true, country)))),
            leaf(
                "amount",
                true,
                FieldPath.of("amount"),
                LogicalType.NUMBER,
                new Step.Bucket(new BigDecimal("10"))),
            new Output.Field("tags", false, new Output.Items(tag)));
  }

  @Test
  void shape_hasWhatReleasesNameAndWhatJudgesThem() {
    ProductPlan product =
        Planner.plan("eu", "weir", Cards.files(PRODUCT, globex())).products().get(0);

    assertThat(product.record().fields())
        .containsExactly(
            new Shape.Field("customer_id", true, new Shape.Leaf(LogicalType.STRING, null)),
            new Shape.Field(
                "address",
                false,
                new Shape.Fields(
                    List.of(
                        new Shape.Field(
                            "country", true, new Shape.Leaf(LogicalType.STRING, null))))),
            new Shape.Field("occurred_at", true, new Shape.Leaf(LogicalType.TIMESTAMP, null)));
    assertThat(product.subject()).isEqualTo(FieldPath.of("customer_id"));
    assertThat(product.eventTime()).isEqualTo(FieldPath.of("occurred_at"));
    assertThat(product.jurisdiction()).isEqualTo(FieldPath.of("address", "country"));
  }

  @Test
  void plan_isTheSameInAnyOrderOfFiles() {
    JobPlan one = Planner.plan("eu", "weir", Cards.files(PRODUCT, acme(), globex()));
    JobPlan other = Planner.plan("eu", "weir", Cards.files(PRODUCT, globex(), acme()));

    assertThat(other).isEqualTo(one);
    assertThat(PlanJson.write(other)).isEqualTo(PlanJson.write(one));
  }

  @Test
  void names_areOfTheFilesAndNotOfPositions() {
    JobPlan plan = Planner.plan("eu", "weir", Cards.files(PRODUCT, acme(), globex()));

    assertThat(plan.products().get(0).sourceUid()).isEqualTo("weir/card-payments/payment/source");
    assertThat(plan.sink())
        .isEqualTo(
            new SinkPlan(
                "weir/eu/sink",
                "weir/eu/",
                List.of("acme.payments.v1", "card-payments.dead-letters", "globex.payments.v1"),
                "weir/eu/progress",
                "weir.progress",
                "weir/eu/meter",
                "weir.usage.internal"));
  }

  @Test
  void key_isTheSubjectsToken() {
    assertThat(Planner.plan("eu", "weir", Cards.files(PRODUCT, acme())).releases().get(0))
        .satisfies(release -> assertThat(release.keyField()).isEqualTo(FieldPath.of("customer_id")))
        .satisfies(
            release ->
                assertThat(release.keys())
                    .containsExactly(new Step.KeyRef("acme", "deterministic")));
  }
}
