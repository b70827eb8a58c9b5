package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Partner;
import dev.weir.config.agreement.ProductRef;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Status;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.TokenScope;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.agreement.ValidPeriod;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Location;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import dev.weir.config.product.Property;
import dev.weir.config.product.SchemaObject;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Card payments, built without any reader. */
final class Cards {

  private Cards() {}

  static Property leaf(
      String name, LogicalType type, boolean required, @Nullable PrivacyRole role) {
    return field(name, type, required, role, List.of(), null);
  }

  static Property field(
      String name,
      LogicalType type,
      boolean required,
      @Nullable PrivacyRole role,
      List<Property> properties,
      @Nullable Property items) {
    boolean time = name.equals("occurred_at");
    return new Property(
        name, type, required, false, false, role, time, null, null, null, properties, items);
  }

  static Product product(Property... properties) {
    SchemaObject payment = new SchemaObject("payment", List.of(properties));
    return new Product("v3.1.0", "card-payments", "2.3.0", List.of(payment));
  }

  static Agreement agreement(String id, String partner, Map<FieldPath, Treatment> fields) {
    return new Agreement(
        "weir/v1",
        "SharingAgreement",
        id,
        "1.0.0",
        Status.ACTIVE,
        new ProductRef("card-payments", "2"),
        new Partner(partner, null),
        List.of("FraudPreventionAndDetection"),
        "LegitimateInterest",
        null,
        new ValidPeriod(
            Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2036-01-01T00:00:00Z")),
        Period.ofDays(90),
        List.of(new Release.Records("payments", null, partner + ".payments.v1", fields)),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Treatment.Tokenize token(TokenScheme scheme) {
    return new Treatment.Tokenize(
        scheme, TokenScope.AGREEMENT, null, null, false, null, null, 0, 0, null);
  }

  static FileSet files(Product product, Agreement... agreements) {
    return new FileSet(
        List.of(document("product.yaml", product)),
        List.of(agreements).stream().map(a -> document(a.id() + ".yaml", a)).toList(),
        List.of(),
        List.of());
  }

  private static <T> Document<T> document(String file, T value) {
    YamlNode root = new YamlNode.YamlMap(Location.start(file), Map.of());
    return new Document<>(Path.of(file), root, value);
  }
}
