package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import dev.weir.config.product.Property;
import dev.weir.config.product.SchemaObject;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files as a reader would give them: a value beside the text that it stands for. */
final class Written {

  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

  private Written() {}

  static <T> Document<T> document(Path file, String text, T value) {
    Problems problems = new Problems();
    YamlNode root = YamlFile.parse(file.toString(), text, problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return new Document<>(file, root, value);
  }

  static <T> Document<T> document(String file, T value) {
    return document(Path.of(file), "{}", value);
  }

  static Property leaf(String name, LogicalType type, @Nullable PrivacyRole role) {
    return field(name, type, role, false, null, List.of(), null);
  }

  static Property field(
      String name,
      LogicalType type,
      @Nullable PrivacyRole role,
      boolean unique,
      @Nullable Integer minLength,
      List<Property> below,
      @Nullable Property items) {
    return new Property(
        name, type, false, unique, false, role, false, minLength, null, null, below, items);
  }

  static Product product(Property... properties) {
    return new Product(
        "v3.1.0",
        "card-payments",
        "2.3.0",
        List.of(new SchemaObject("payment", List.of(properties))));
  }

  static Release.Records records(String topic, Map<FieldPath, Treatment> fields) {
    return new Release.Records("payments", null, topic, fields);
  }

  static Agreement agreement(String partner, Release... releases) {
    return agreementWith(partner, Period.ofDays(90), null, releases);
  }

  static Agreement agreementWith(
      String partner,
      @Nullable TemporalAmount retention,
      @Nullable String acknowledgeLinkage,
      Release... releases) {
    return new Agreement(
        "weir/v1",
        "SharingAgreement",
        partner + "-payments",
        "1.0.0",
        Status.ACTIVE,
        new ProductRef("card-payments", "2"),
        new Partner(partner, null),
        List.of("FraudPreventionAndDetection"),
        "LegitimateInterest",
        null,
        new ValidPeriod(FROM, TO),
        retention,
        List.of(releases),
        null,
        null,
        null,
        acknowledgeLinkage,
        null,
        null,
        null,
        null);
  }

  static Treatment.Tokenize token(@Nullable TokenScheme scheme, int keepLast) {
    return new Treatment.Tokenize(
        scheme, TokenScope.AGREEMENT, null, null, false, null, null, 0, keepLast, null);
  }

  static FileSet files(Product product, Agreement... agreements) {
    List<Document<Agreement>> documents = new ArrayList<>();
    for (Agreement agreement : agreements) {
      documents.add(document("agreement" + documents.size() + ".yaml", agreement));
    }
    return new FileSet(List.of(document("product.yaml", product)), documents, List.of(), List.of());
  }

  static List<Problem> check(FileSet files) {
    Problems problems = new Problems();
    Validator.check(files, problems);
    return problems.sorted();
  }

  /** What one treatment of one field alone is told. */
  static List<String> rules(Property field, Treatment treatment) {
    Product product = product(leaf("who", LogicalType.STRING, PrivacyRole.SUBJECT), field);
    Release release = records("acme.v1", Map.of(FieldPath.of(field.name()), treatment));
    return rules(files(product, agreement("acme", release)));
  }

  static List<String> rules(FileSet files) {
    return check(files).stream().map(problem -> problem.rule().id()).toList();
  }
}
