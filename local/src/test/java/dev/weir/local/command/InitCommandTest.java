package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.config.FieldPath;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import dev.weir.config.product.ProductReader;
import dev.weir.config.yaml.YamlFile;
import dev.weir.local.draft.role.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit makes the directory
class InitCommandTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "card-payments");

  @TempDir private Path directory;

  private Ran init(Path from, String... more) {
    List<String> arguments = new ArrayList<>(List.of("init", "--from", from.toString()));
    arguments.addAll(List.of("--output", directory.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return Ran.weir(arguments.toArray(String[]::new));
  }

  private Path drafted(String name) {
    return directory.resolve("out").resolve(name);
  }

  private String text(String name) throws IOException {
    return Files.readString(drafted(name));
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(directory.resolve(name), List.of(lines));
  }

  private Ran validate() {
    return Ran.weir(
        "validate", drafted("product.yaml").toString(), drafted("agreement.yaml").toString());
  }

  /** The roles of a product in a file, proposals counted as roles. */
  private static Map<FieldPath, PrivacyRole> roles(Path file) throws IOException {
    String text = Files.readString(file).replace("undecidedPrivacyRole", "privacyRole");
    Problems problems = new Problems();
    Product product =
        YamlFile.parse("p", text, problems)
            .flatMap(root -> ProductReader.read(Path.of("p"), root, problems))
            .orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    Map<FieldPath, PrivacyRole> roles = new LinkedHashMap<>();
    ObjectFields.of(product.objects().get(0)).all().stream()
        .filter(field -> field.role() != null && !field.path().repeated())
        .forEach(field -> roles.put(field.path(), Objects.requireNonNull(field.role())));
    return roles;
  }

  /** The drafts over the sample that they were made of. */
  private void run() {
    Ran run =
        Ran.weir(
            "run",
            "--product",
            drafted("product.yaml").toString(),
            "--agreement",
            drafted("agreement.yaml").toString(),
            "--input",
            EXAMPLE.resolve("payments.jsonl").toString(),
            "--output",
            drafted("run").toString());
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void sample_isProposedTheRolesOfItsProductOrStricterOnes() throws IOException {
    assertThat(init(EXAMPLE.resolve("payments.jsonl")).exit()).isZero();
    Map<FieldPath, PrivacyRole> proposed = roles(drafted("product.yaml"));
    Map<FieldPath, PrivacyRole> decided = roles(EXAMPLE.resolve("product.yaml"));
    assertThat(proposed.keySet()).containsAll(decided.keySet());
    decided.forEach(
        (path, role) ->
            assertThat(Strictness.of(Objects.requireNonNull(proposed.get(path))))
                .as("%s, decided %s", path, role)
                .isGreaterThanOrEqualTo(Strictness.of(role)));
    assertThat(proposed).containsEntry(FieldPath.of("customer", "id"), PrivacyRole.SUBJECT);
    assertThat(proposed)
        .containsEntry(FieldPath.of("address", "country"), PrivacyRole.JURISDICTION)
        .containsEntry(FieldPath.of("amount"), PrivacyRole.SENSITIVE);
  }

  @Test
  void drafts_areValidAndReleaseNothing() throws IOException {
    assertThat(init(EXAMPLE.resolve("payments.jsonl")).exit()).isZero();
    assertThat(validate().exit()).isZero();
    assertThat(validate().err()).contains("no errors");
    run();
    assertThat(text("run/partner.payments.v1.jsonl")).isEmpty();
    assertThat(text("run/summary.json")).contains("\"released\" : 0");
  }

  @Test
  void undecidedRole_letsNoReleaseNameTheField() throws IOException {
    init(EXAMPLE.resolve("payments.jsonl"));
    String agreement = text("agreement.yaml");
    Files.writeString(
        drafted("agreement.yaml"), agreement.replaceFirst("currency: +drop", "currency: keep"));
    Ran ran = validate();
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("field-without-role").contains("currency");
  }

  @Test
  void decidedDrafts_releaseRecords() throws IOException {
    init(EXAMPLE.resolve("payments.jsonl"));
    Files.writeString(
        drafted("product.yaml"),
        text("product.yaml").replace("undecidedPrivacyRole", "privacyRole"));
    Files.writeString(
        drafted("agreement.yaml"),
        text("agreement.yaml")
            .replace("status: draft", "status: active")
            .replaceFirst("from: [0-9-]+, to: [0-9-]+", "from: 2026-01-01, to: 2099-01-01")
            .replaceFirst("(amount: +)drop", "$1{bucket: 10}")
            .replaceFirst("(currency: +)drop", "$1keep"));
    run();
    assertThat(Files.readAllLines(drafted("run/partner.payments.v1.jsonl")))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\{\"amount\":-?[0-9.]+,\"currency\":\"[A-Z]{3}\"}"));
  }

  @Test
  void valuesOfTheSample_standNowhereInTheDrafts() throws IOException {
    init(EXAMPLE.resolve("payments.jsonl"));
    String drafts = text("product.yaml") + text("agreement.yaml");
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(EXAMPLE.resolve("payments.jsonl"))) {
      var object = line.startsWith("{") ? json.readTree(line) : json.nullNode();
      for (String field : List.of("payment_id", "customer_id", "name", "email", "card_number")) {
        String value = object.path(field).asText();
        assertThat(value.length() < 3 || !drafts.contains(value)).as(field).isTrue();
      }
    }
  }

  @Test
  void contractWithAllItsRoles_staysAsItIs_andIsToldAsThat() throws IOException {
    Path contract = EXAMPLE.resolve("product.yaml");
    Ran ran = init(contract);
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.err()).contains("has its role already").doesNotContain("proposed");
    assertThat(Files.readString(drafted("product.yaml")))
        .endsWith(Files.readString(contract))
        .doesNotContain("undecidedPrivacyRole");
  }

  @Test
  void namesThatAreData_areLeftOut() throws IOException {
    Path sample =
        write(
            "scores.jsonl",
            "{\"day\":\"2026-01-01\",\"scores\":{\"anna@example.com\":1,\"+49 151 2345678\":2}}",
            "{\"day\":\"2026-01-02\",\"scores\":{\"ben@example.com\":3},\"carl@example.com\":true}");
    Ran ran = init(sample);
    assertThat(ran.exit()).isZero();
    assertThat(text("product.yaml") + text("agreement.yaml") + ran.all())
        .doesNotContain("example.com")
        .doesNotContain("2345678")
        .contains("a map, whose names are data")
        .contains("left out");
    assertThat(validate().exit()).isZero();
  }

  @Test
  void csv_isDraftedWithEachSeparator() throws IOException {
    for (String separator : List.of(",", ";", "\t")) {
      Path sample =
          write(
              "people.csv",
              String.join(separator, "person_id", "born", "address.zip", "weight", "\"note\""),
              String.join(
                  separator, "1", "1980-01-02", "01067", "70.5", "\"a " + separator + "b\""),
              String.join(separator, "2", "1990-01-02", "80331", "80", ""));
      assertThat(init(sample, "--force").exit()).isZero();
      Map<FieldPath, PrivacyRole> roles = roles(drafted("product.yaml"));
      assertThat(roles)
          .containsEntry(FieldPath.of("person_id"), PrivacyRole.SUBJECT)
          .containsEntry(FieldPath.of("born"), PrivacyRole.QUASI_IDENTIFIER)
          .containsEntry(FieldPath.of("address", "zip"), PrivacyRole.QUASI_IDENTIFIER)
          .containsEntry(FieldPath.of("note"), PrivacyRole.IDENTIFIER);
      assertThat(text("product.yaml"))
          .contains("logicalType: date")
          .contains("logicalType: number");
      assertThat(validate().exit()).isZero();
    }
  }

  @Test
  void csvWithoutHeader_isRefusedAndShowsNoValue() throws IOException {
    Ran mail = init(write("a.csv", "Anna,anna@example.com", "Ben,ben@example.com"));
    assertThat(mail.exit()).isEqualTo(1);
    assertThat(mail.all()).contains("column 2").contains("header").doesNotContain("anna");
    Ran words = init(write("b.csv", "Male,White", "Female,Other", "Male,Other", "Male,White"));
    assertThat(words.exit()).isEqualTo(1);
    assertThat(words.all()).contains("column 1").doesNotContain("Male");
    assertThat(drafted("product.yaml")).doesNotExist();
  }

  @Test
  void fileThatIsThere_isNeverOverwrittenUnasked() throws IOException {
    Path sample = write("a.jsonl", "{\"name\":\"x\"}");
    assertThat(init(sample).exit()).isZero();
    assertThat(init(sample).exit()).as("the same again changes nothing").isZero();
    Files.writeString(drafted("product.yaml"), "mine");
    Ran ran = init(sample);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("product.yaml").contains("--force");
    assertThat(text("product.yaml")).isEqualTo("mine");
    assertThat(init(sample, "--force").exit()).isZero();
    assertThat(text("product.yaml")).contains("DataContract");
  }

  @Test
  void editorsFindTheSchemasBesideTheDrafts() throws IOException {
    init(write("a.jsonl", "{\"name\":\"x\"}"));
    for (String draft : List.of("product.yaml", "agreement.yaml")) {
      String first = Files.readAllLines(drafted(draft)).get(0);
      assertThat(first).startsWith("# yaml-language-server: $schema=");
      assertThat(drafted(first.substring(first.indexOf('=') + 1))).isRegularFile();
    }
  }

  @Test
  void fileOfNoKnownEnding_isRefused() throws IOException {
    Ran ran = init(write("a.txt", "x"));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains(".avsc").contains(".jsonl");
    assertThat(init(directory.resolve("none.jsonl")).exit()).isEqualTo(1);
    assertThat(init(write("b.avsc", "{")).exit()).isEqualTo(1);
    assertThat(init(write("c.jsonl", "no", "[]")).exit()).isEqualTo(1);
  }
}
