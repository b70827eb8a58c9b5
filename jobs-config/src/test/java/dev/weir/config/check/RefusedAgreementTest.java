package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problem;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agreement that breaks a rule in every line, beside one whose topic it takes. */
final class RefusedAgreementTest {

  private static final String ACME =
      """
      id: acme-payments
      releases:
        - name: payments
          topic: acme.payments.v1
          fields:
            customer_id: {tokenize: deterministic}
            card_number: {tokenize: format-preserving, keepLast: 4}
            amount: keep
      """;

  private static final String INITECH =
      """
      id: initech-payments
      releases:
        - name: raw
          topic: acme.payments.v1
          fields:
            email: keep
            customer_id: keep
            nickname: keep
            amount: {round: year}
            card_number: {tokenize: format-preserving, keepLast: 12}
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
          Written.leaf("amount", LogicalType.NUMBER, PrivacyRole.SENSITIVE));

  private static Document<Agreement> acme() {
    Map<FieldPath, Treatment> fields =
        Map.of(
            FieldPath.of("customer_id"),
            Written.token(TokenScheme.DETERMINISTIC, 0),
            FieldPath.of("card_number"),
            Written.token(TokenScheme.FORMAT_PRESERVING, 4),
            FieldPath.of("amount"),
            new Treatment.Keep());
    Agreement agreement = Written.agreement("acme", Written.records("acme.payments.v1", fields));
    return Written.document(Path.of("acme.yaml"), ACME, agreement);
  }

  private static Document<Agreement> initech() {
    Map<FieldPath, Treatment> fields = new LinkedHashMap<>();
    fields.put(FieldPath.of("email"), new Treatment.Keep());
    fields.put(FieldPath.of("customer_id"), new Treatment.Keep());
    fields.put(FieldPath.of("nickname"), new Treatment.Keep());
    fields.put(FieldPath.of("amount"), new Treatment.Round(TimeUnit.YEAR));
    fields.put(FieldPath.of("card_number"), Written.token(TokenScheme.FORMAT_PRESERVING, 12));
    Agreement agreement = Written.agreement("initech", Written.records("acme.payments.v1", fields));
    return Written.document(Path.of("initech.yaml"), INITECH, agreement);
  }

  private static FileSet files(List<Document<Agreement>> agreements) {
    return new FileSet(
        List.of(Written.document("product.yaml", PRODUCT)), agreements, List.of(), List.of());
  }

  private static String place(Problem problem) {
    return problem.location() + " " + problem.rule().id();
  }

  @Test
  void everyFault_isFoundAtOnceInItsPlace_andNothingElse() {
    List<Problem> problems = Written.check(files(List.of(acme(), initech())));

    assertThat(problems)
        .map(RefusedAgreementTest::place)
        .containsExactly(
            "acme.yaml:4:5 topic-clash",
            "initech.yaml:4:5 topic-clash",
            "initech.yaml:6:7 role-treatment",
            "initech.yaml:7:7 role-treatment",
            "initech.yaml:8:7 field-unknown",
            "initech.yaml:9:7 type-treatment",
            "initech.yaml:10:7 format-preserving-domain");
  }

  @Test
  void messages_sayWhatIsLeftAndWhatWasMeant() {
    List<String> messages =
        Written.check(files(List.of(initech()))).stream().map(Problem::toString).toList();

    assertThat(messages)
        .anyMatch(m -> m.contains("10^4 = 10,000 values") && m.contains("at most 10 characters"))
        .anyMatch(m -> m.contains("releases[0].fields.nickname") && m.contains("One of: "));
  }

  @Test
  void goodAgreement_hasNoProblem() {
    assertThat(Written.check(files(List.of(acme())))).isEmpty();
  }
}
