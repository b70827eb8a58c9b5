package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agreement that breaks a rule in every line, beside one whose topic it takes. */
final class RefusedAgreementTest {

  private static final String ACME =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: acme-payments
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: acme}
      purposes: [FraudPreventionAndDetection]
      legalBasis: LegitimateInterest
      period: {from: 2026-01-01, to: 2036-01-01}
      releases:
        - name: payments
          kind: records
          topic: acme.payments.v1
          fields:
            customer_id: {tokenize: deterministic}
            card_number: {tokenize: format-preserving, keepLast: 4}
            amount: keep
      """;

  private static final String INITECH =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: initech-payments
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: initech}
      purposes: [CommercialReserch]
      legalBasis: Consent
      period: {from: 2027-01-01, to: 2026-01-01}
      releases:
        - name: raw
          kind: records
          topic: acme.payments.v1
          fields:
            email: keep
            customer_id: keep
            nickname: keep
            amount: {round: year}
            card_number: {tokenize: format-preserving, keepLast: 12}
            gender: {mask: {keepFrist: 1}}
      """;

  private static final Product PRODUCT =
      Written.product(
          Written.leaf("customer_id", LogicalType.STRING, PrivacyRole.SUBJECT),
          Written.leaf("name", LogicalType.STRING, PrivacyRole.IDENTIFIER),
          Written.leaf("email", LogicalType.STRING, PrivacyRole.IDENTIFIER),
          Written.field(
              "card_number",
              LogicalType.STRING,
              PrivacyRole.IDENTIFIER,
              false,
              16,
              List.of(),
              null),
          Written.leaf("gender", LogicalType.STRING, PrivacyRole.QUASI_IDENTIFIER),
          Written.leaf("amount", LogicalType.NUMBER, PrivacyRole.SENSITIVE));

  /** What the readers and the validator say of the product and these agreements together. */
  private static List<Problem> problems(String... agreements) {
    Problems problems = new Problems();
    List<Document<Agreement>> read = new ArrayList<>();
    for (String text : agreements) {
      Path file = Path.of(text.equals(ACME) ? "acme.yaml" : "initech.yaml");
      YamlNode root = YamlFile.parse(file.toString(), text, problems).orElseThrow();
      Agreement agreement = AgreementReader.read(root, file, problems).orElseThrow();
      read.add(new Document<>(file, root, agreement));
    }
    List<Document<Product>> products = List.of(Written.document("product.yaml", PRODUCT));
    Validator.check(new FileSet(products, read, List.of(), List.of()), problems);
    return problems.sorted();
  }

  private static String place(Problem problem) {
    return problem.location().file() + ":" + problem.location().line() + " " + problem.rule().id();
  }

  @Test
  void everyFault_isFoundAtOnceInItsPlace_andNothingElse() {
    List<Problem> problems = problems(ACME, INITECH);

    assertThat(problems)
        .map(RefusedAgreementTest::place)
        .containsExactly(
            "acme.yaml:14 topic-clash",
            "initech.yaml:8 unknown-word",
            "initech.yaml:10 order",
            "initech.yaml:14 topic-clash",
            "initech.yaml:16 role-treatment",
            "initech.yaml:17 role-treatment",
            "initech.yaml:18 field-unknown",
            "initech.yaml:19 type-treatment",
            "initech.yaml:20 format-preserving-domain",
            "initech.yaml:21 unknown-key");
  }

  @Test
  void messages_sayWhatIsLeftAndWhatWasMeant() {
    List<String> messages = problems(INITECH).stream().map(Problem::toString).toList();

    assertThat(messages)
        .anyMatch(m -> m.contains("10^4 = 10,000 values") && m.contains("at most 10 characters"))
        .anyMatch(m -> m.contains("purposes[0]") && m.contains("Did you mean CommercialResearch?"))
        .anyMatch(m -> m.contains("releases[0].fields.nickname") && m.contains("One of: "));
  }

  @Test
  void goodAgreement_hasNoProblem() {
    assertThat(problems(ACME)).isEmpty();
  }
}
