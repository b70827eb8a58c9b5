package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is most likely meant by a slip of the pen is judged on, so that no fault hides another. */
final class GuessesTest {

  private final Path directory;
  private FileSet files = new FileSet(List.of(), List.of(), List.of(), List.of());

  GuessesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("product.yaml", "acme.yaml", "umbra.yaml", "gender.csv")) {
      try (InputStream in = GuessesTest.class.getResourceAsStream(name)) {
        Files.write(directory.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
      }
    }
  }

  private void change(String name, String... wasAndIs) throws IOException {
    String text = Files.readString(directory.resolve(name));
    for (int i = 0; i < wasAndIs.length; i += 2) {
      assertThat(text).contains(wasAndIs[i]);
      text = text.replace(wasAndIs[i], wasAndIs[i + 1]);
    }
    Files.writeString(directory.resolve(name), text);
  }

  /** A fault that only the product tells of, at its line. */
  private void breakAField() throws IOException {
    change("acme.yaml", "payment_id: {tokenize: one-way}", "payment_id: {shift: {maxDays: 3}}");
  }

  private static final String HIDDEN = "17 releases[0].fields.payment_id type-treatment";

  private List<String> problems() {
    return problems("acme.yaml");
  }

  private List<String> problems(String agreement) {
    Problems problems = new Problems();
    Path product = directory.resolve("product.yaml");
    files = Validator.read(List.of(product, directory.resolve(agreement)), problems);
    return problems.sorted().stream()
        .map(p -> p.location().line() + " " + p.path() + " " + p.rule().id())
        .toList();
  }

  @Test
  void agreementAsItIs_hasTheHiddenFaultAlone() throws IOException {
    assertThat(problems()).isEmpty();
    breakAField();
    assertThat(problems()).containsExactly(HIDDEN);
  }

  @Test
  void misspeltKind_isJudgedAsTheKindThatIsMeant() throws IOException {
    breakAField();
    change("acme.yaml", "kind: SharingAgreement", "kind: SharingAgrement");
    assertThat(problems()).containsExactly("2 kind unknown-kind", HIDDEN);
    change("acme.yaml", "kind: SharingAgrement", "knd: SharingAgreement");
    assertThat(problems()).containsExactly("2 knd unknown-key", HIDDEN);
  }

  @Test
  void misspeltRequiredKey_isReadAsTheKeyThatIsMeant_inItsPlace() throws IOException {
    breakAField();
    change("acme.yaml", "releases:", "relases:", "    fields:", "    feilds:");
    assertThat(problems())
        .containsExactly("12 relases unknown-key", "16 releases[0].feilds unknown-key", HIDDEN);
  }

  @Test
  void unknownKeyBesideTheOneThatItIsNear_isOnlyUnknown() throws IOException {
    change("acme.yaml", "version: 1.0.0", "version: 1.0.0\nversions: 2.0");
    assertThat(problems()).containsExactly("5 versions unknown-key");
  }

  @Test
  void productWithoutItsMajor_orMisspelt_isTheOneThatIsMeant() throws IOException {
    breakAField();
    change("acme.yaml", "product: card-payments@2", "product: card-payments");
    assertThat(problems()).containsExactly("6 product malformed", HIDDEN);
    change("acme.yaml", "product: card-payments", "product: card-payments@2.1");
    assertThat(problems()).containsExactly("6 product malformed", HIDDEN);
    change("acme.yaml", "product: card-payments@2.1", "product: card-paymnts@2");
    assertThat(problems()).containsExactly("6 product product-unknown", HIDDEN);
    change("acme.yaml", "product: card-paymnts@2", "product: card-paymnts");
    assertThat(problems())
        .containsExactlyInAnyOrder("6 product malformed", "6 product product-unknown", HIDDEN);
  }

  @Test
  void productThatIsNearNone_orOfAnotherMajor_isNotGuessed() throws IOException {
    breakAField();
    change("acme.yaml", "product: card-payments@2", "product: tickets@2");
    assertThat(problems()).containsExactly("6 product product-unknown");
    change("acme.yaml", "product: tickets@2", "product: card-payments@1");
    assertThat(problems()).containsExactly("6 product product-unknown");
  }

  @Test
  void agreementWithoutProductAndPartner_isJudgedAgainstTheOnlyProduct() throws IOException {
    breakAField();
    change("acme.yaml", "product: card-payments@2\n", "", "partner: {id: acme}\n", "");
    assertThat(problems())
        .containsExactlyInAnyOrder(
            "1  missing-key", "1  missing-key", "15 releases[0].fields.payment_id type-treatment");
  }

  @Test
  void misspeltReleaseKind_isJudgedAsTheOneThatIsMeant() throws IOException {
    breakAField();
    change("acme.yaml", "kind: records", "kind: record");
    assertThat(problems()).containsExactly("14 releases[0].kind unknown-word", HIDDEN);
    change("acme.yaml", "kind: record\n", "knd: records\n");
    assertThat(problems()).containsExactly("14 releases[0].knd unknown-key", HIDDEN);
  }

  @Test
  void releaseThatCannotBeRead_doesNotMoveThoseBehindIt() throws IOException {
    breakAField();
    change("acme.yaml", "releases:\n", "releases:\n  - {name: x, kind: nothing, topic: x.v1}\n");
    assertThat(problems())
        .containsExactly(
            "13 releases[0].kind unknown-word", "18 releases[1].fields.payment_id type-treatment");
  }

  @Test
  void misspeltTreatmentAndField_areJudgedAsThoseThatAreMeant() throws IOException {
    change(
        "acme.yaml",
        "customer_id: {tokenize: deterministic}",
        "custmer_id: {rond: hour}",
        "country: keep",
        "country: {mask: {keepfrist: 0}}");
    assertThat(problems())
        .containsExactlyInAnyOrder(
            "18 releases[0].fields.custmer_id.rond unknown-key",
            "18 releases[0].fields.custmer_id field-unknown",
            "18 releases[0].fields.custmer_id role-treatment",
            "18 releases[0].fields.custmer_id type-treatment",
            "21 releases[0].fields.country.mask.keepfrist unknown-key",
            "21 releases[0].fields.country.mask.keepFirst out-of-range");
  }

  @Test
  void guardWithABoundThatCannotBe_isAGuardStill() throws IOException {
    change("umbra.yaml", "tier: gold\n", "retention: P90D\n", "l: 3}", "l: 1}");
    String l = "17 releases[0].diversity[0].l out-of-range";
    assertThat(problems("umbra.yaml")).containsExactly(l);
    change(
        "umbra.yaml", "diversity: [{field: amount, l: 1}]", "closeness: [{field: amount, t: 2}]");
    assertThat(problems("umbra.yaml"))
        .containsExactly(l.replace("diversity[0].l", "closeness[0].t"));
  }

  @Test
  void crowdOfASizeThatCannotBe_hidesNothingElse() throws IOException {
    change("umbra.yaml", "tier: gold\n", "retention: P90D\n", "k: 10", "k: 99999999999");
    Files.delete(directory.resolve("gender.csv"));
    assertThat(problems("umbra.yaml"))
        .containsExactly(
            "16 releases[0].k out-of-range",
            "22 releases[0].fields.gender.generalize.hierarchy hierarchy-file");
  }

  @Test
  void termsThatCannotBe_areToldAlone() throws IOException {
    change(
        "umbra.yaml",
        "tier: gold\n",
        "retention: P2000Y\n",
        "hold: PT30S",
        "hold: PT0S",
        "horizon: P90D",
        "horizon: P2000Y");
    assertThat(problems("umbra.yaml"))
        .containsExactly(
            "11 retention out-of-range",
            "18 releases[0].hold malformed",
            "19 releases[0].horizon out-of-range");
  }

  @Test
  void termsUnderAMisspeltKey_areRefusedByNameInTheSameRound() throws IOException {
    change("acme.yaml", "product:", "backfil: earliest\nproduct:");
    assertThat(problems()).containsExactly("6 backfil unknown-key");
    Problems refused = new Problems();
    NotEnforced.refuse(files, refused);
    assertThat(refused.sorted().toString()).contains("backfill");
  }

  @Test
  void emptyPlaceholders_clashWithNothing() throws IOException {
    change(
        "acme.yaml",
        "id: acme-payments",
        "id: 'no id'",
        "name: payments",
        "name: 'no name'",
        "topic: acme.payments.v1",
        "topic: 'no topic'");
    Files.copy(directory.resolve("acme.yaml"), directory.resolve("again.yaml"));
    Problems problems = new Problems();
    Validator.read(
        List.of(
            directory.resolve("product.yaml"),
            directory.resolve("acme.yaml"),
            directory.resolve("again.yaml")),
        problems);
    assertThat(problems.sorted()).hasSize(6).allMatch(p -> p.rule().id().equals("malformed"));
  }

  @Test
  void misspeltPartsOfAProduct_areNoFaultsOfItsAgreements() throws IOException {
    String product = Files.readString(directory.resolve("product.yaml"));
    assertThat(product).contains("logicalType: ");
    Files.writeString(
        directory.resolve("product.yaml"),
        product.replaceFirst("logicalType: string", "logicalType: strng"));
    assertThat(problems()).hasSize(1).first().asString().endsWith("odcs-shape");
  }
}
