package dev.weir.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.check.Validator;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Property;
import dev.weir.plan.PlannedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetReaderTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "card-payments");

  private static final String PRODUCT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: card-payments
      version: 2.3.0
      status: active
      schema:
        - name: payment
          properties:
            - {name: customer_id, logicalType: string, required: true, customProperties: [{property: privacyRole, value: subject}]}
            - {name: email, logicalType: string, customProperties: [{property: privacyRole, value: identifier}]}
            - {name: card_number, logicalType: string, logicalTypeOptions: {minLength: 16}, customProperties: [{property: privacyRole, value: identifier}]}
            - {name: gender, logicalType: string, customProperties: [{property: privacyRole, value: quasi-identifier}]}
            - {name: amount, logicalType: number, customProperties: [{property: privacyRole, value: sensitive}]}
            - {name: at, logicalType: timestamp, customProperties: [{property: privacyRole, value: quasi-identifier}, {property: eventTime, value: true}]}
      """;

  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: ID-payments
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: ID}
      purposes: [FraudPreventionAndDetection]
      legalBasis: LegitimateInterest
      period: {from: 2026-01-01, to: 2036-01-01}
      releases: [{name: payments, kind: records, topic: ID.payments.v1, fields: {customer_id: {tokenize: deterministic}}}]
      """;

  private static final String GATEWAY =
      """
      apiVersion: weir/v1
      kind: Gateway
      id: eu
      products: [product.yaml]
      agreements: ["agreements/*.yaml", AGAIN]
      kafka: {bootstrapServers: "broker:9092"}
      sources: {card-payments: {topic: payments, startFrom: earliest, format: json}}
      checkpoints: {storage: "file:///c"}
      """;

  private final Path dir;
  private final Problems problems = new Problems();

  FileSetReaderTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private Path write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> found() {
    return problems.sorted().stream()
        .map(p -> p.location().line() + " " + p.path() + " " + p.rule().id())
        .toList();
  }

  @Test
  void examples_areReadWithoutAProblem() throws IOException {
    FileSet files =
        FileSetReader.read(
            List.of(
                EXAMPLE.resolve("product.yaml"),
                EXAMPLE.resolve("harbor.yaml"),
                EXAMPLE.resolve("lumen.yaml")),
            problems);
    Validator.check(files, problems);
    assertThat(problems.sorted()).noneMatch(problem -> problem.isError());
    assertThat(files.products()).hasSize(1);
    assertThat(files.agreements()).hasSize(2);
  }

  @Test
  void product_isReadWithItsRoles() throws IOException {
    FileSet files = FileSetReader.read(List.of(write("product.yaml", PRODUCT)), problems);
    assertThat(found()).isEmpty();
    List<Property> fields = files.products().get(0).value().objects().get(0).properties();
    assertThat(fields)
        .extracting(Property::role)
        .startsWith(PrivacyRole.SUBJECT, PrivacyRole.IDENTIFIER);
    assertThat(fields.get(2).minLength()).isEqualTo(16);
    assertThat(fields.get(0).required()).isTrue();
    assertThat(fields).extracting(Property::eventTime).endsWith(false, true);
  }

  @Test
  void gateway_bringsItsFilesEachOnce() throws IOException {
    Path product = write("product.yaml", PRODUCT);
    write("agreements/a.yaml", AGREEMENT.replace("ID", "acme"));
    write("agreements/b.yaml", AGREEMENT.replace("ID", "bolt"));
    Path gateway = write("gw.yaml", GATEWAY.replace("AGAIN", "agreements/../agreements/a.yaml"));
    FileSet files = FileSetReader.read(List.of(gateway, product), problems);
    assertThat(found()).isEmpty();
    assertThat(files.products()).hasSize(1);
    assertThat(files.agreements())
        .extracting(document -> document.value().id())
        .containsExactly("acme-payments", "bolt-payments");
  }

  @Test
  void missingFilesAndPatternsWithoutMatch_areProblemsOfTheGateway() throws IOException {
    Path gateway = write("gw.yaml", GATEWAY.replace("AGAIN", "none.yaml"));
    FileSetReader.read(List.of(gateway, dir.resolve("nowhere.yaml")), problems);
    assertThat(found())
        .containsExactlyInAnyOrder(
            "4 products[0] file-missing",
            "5 agreements[0] no-file-matches",
            "5 agreements[1] file-missing",
            "1  file-missing");
  }

  /** A partner's file that was cut off must not take the partner away without a word. */
  @Test
  void filesThatHoldNothing_areProblems() throws IOException {
    write("product.yaml", PRODUCT);
    write("agreements/a.yaml", "");
    write("agreements/b.yaml", "# still to be written\n");
    Path gateway = write("gw.yaml", GATEWAY.replace("AGAIN", "agreements/a.yaml"));
    FileSetReader.read(List.of(gateway), problems);
    assertThat(found()).containsExactly("1  yaml-syntax", "1  yaml-syntax");
  }

  @Test
  void patternThatIsNone_isAProblemOfItsOwn() throws IOException {
    write("agreements[.yaml", "kind: SharingAgreement\n");
    Path gateway = write("gw.yaml", GATEWAY.replace("AGAIN", "\"agreements[.yaml\""));
    Validator.read(List.of(gateway), problems);
    assertThat(found()).contains("5 agreements[1] no-file-matches");
  }

  @Test
  void agreementInAGatewaysPlace_isToldAsThat_andIsNotJudged() throws IOException {
    Path agreement = write("a.yaml", AGREEMENT.replace("keep", "kep"));
    FileSet files = Validator.readGateway(agreement, problems);
    assertThat(found()).containsExactly("2 kind no-gateway");
    assertThat(PlannedFiles.ofGateway(files, problems)).isEmpty();
  }

  @Test
  void gatewayAmongAGatewaysAgreements_isAProblemOfItsOwn() throws IOException {
    write("product.yaml", PRODUCT);
    write("agreements/a.yaml", AGREEMENT.replace("ID", "acme"));
    write("us.yaml", GATEWAY.replace("id: eu", "id: us").replace(", AGAIN", ""));
    Path gateway = write("eu.yaml", GATEWAY.replace("AGAIN", "us.yaml"));
    FileSet files = Validator.readGateway(gateway, problems);
    assertThat(PlannedFiles.ofGateway(files, problems)).isEmpty();
    assertThat(found()).containsExactly("2 kind no-gateway");
  }

  @Test
  void keyThatStandsTwice_isToldWithItsWholePath() throws IOException {
    String twice =
        AGREEMENT.replace("topic: ", "topic: x, topic: ").replace("{id: ID}", "{id: a, id: b}");
    FileSetReader.read(List.of(write("a.yaml", twice)), problems);
    assertThat(found())
        .contains("7 partner.id duplicate-key", "11 releases[0].topic duplicate-key");
  }

  @Test
  void kindThatIsUnknownOrMissing_isAProblem() throws IOException {
    FileSetReader.read(
        List.of(write("a.yaml", "kind: SharingAgreemnt\n"), write("b.yaml", "id: x\n")), problems);
    assertThat(problems.sorted().toString())
        .contains("[unknown-kind] There is no such kind of file. Did you mean SharingAgreement")
        .contains("[unknown-kind] The file does not say what it is");
  }

  @Test
  void misplacedRoles_areProblemsOfTheProduct() throws IOException {
    String text =
        PRODUCT
            + """
                  - {name: at2, logicalType: number, customProperties: [{property: eventTime, value: true}]}
                  - {name: who, logicalType: string, customProperties: [{property: privacyRole, value: subject}]}
                  - {name: email, logicalType: string}
                  - {name: o, logicalType: object, properties: [{name: x, logicalType: string}], customProperties: [{property: privacyRole, value: public}]}
                  - {name: y, logicaltype: string, customProperties: [{property: privacyRole, value: subjekt}]}
            """
                .indent(6)
                .replaceAll("(?m)^ {12}", "      ");
    FileSetReader.read(List.of(write("product.yaml", text)), problems);
    assertThat(problems.sorted())
        .extracting(problem -> problem.rule().id())
        .containsExactlyInAnyOrder(
            "event-time",
            "event-time",
            "role-twice",
            "field-twice",
            "role-place",
            "odcs-shape",
            "unknown-word");
  }

  @Test
  void ownFaultsAndThoseAcrossFiles_areFoundTogether() throws IOException {
    String refused =
        AGREEMENT
            .replace("ID", "initech")
            .replace("from: 2026-01-01, to: 2036-01-01", "from: 2027-01-01, to: 2026-01-01")
            .replace("initech.payments.v1", "acme.payments.v1")
            .replace(
                "{customer_id: {tokenize: deterministic}}",
                """
                {
                    email: keep,
                    customer_id: keep,
                    nickname: keep,
                    amount: {round: year},
                    card_number: {tokenize: format-preserving, keepLast: 12},
                    gender: {mask: {keepFrist: 1}}}""");
    FileSet files =
        FileSetReader.read(
            List.of(
                write("product.yaml", PRODUCT),
                write("acme.yaml", AGREEMENT.replace("ID", "acme")),
                write("refused.yaml", refused)),
            problems);
    Validator.check(files, problems);
    assertThat(
            problems.sorted().stream()
                .filter(problem -> problem.location().file().endsWith("refused.yaml"))
                .map(p -> p.path().replace("releases[0].", "") + " " + p.rule().id()))
        .containsExactlyInAnyOrder(
            "period.to order",
            "topic topic-clash",
            "fields.email role-treatment",
            "fields.customer_id role-treatment",
            "fields.nickname field-unknown",
            "fields.amount type-treatment",
            "fields.card_number format-preserving-domain",
            "fields.gender.mask.keepFrist unknown-key");
  }
}
