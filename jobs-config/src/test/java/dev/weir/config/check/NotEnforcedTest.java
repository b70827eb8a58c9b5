package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.check.TermList.Fate;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.gateway.GatewayReader;
import dev.weir.config.price.PriceBookReader;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotEnforcedTest {

  private static final TermList TERMS = TermList.load();

  private final Path dir;

  NotEnforcedTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private static void walk(Predicate<String> enter) {
    AgreementReader.form().terms("SharingAgreement", enter);
    GatewayReader.form().terms("Gateway", enter);
    PriceBookReader.form().terms("PriceBook", enter);
  }

  @Test
  void everyTermOfTheLanguage_isEnforcedOrRefused() {
    Set<String> decided = TERMS.all().keySet();
    Set<String> undecided = new LinkedHashSet<>();
    Set<String> walked = new LinkedHashSet<>();
    walk(
        term -> {
          walked.add(term);
          if (!decided.contains(term)) {
            undecided.add(term);
          }
          return !decided.contains(term) || TERMS.of(term) == Fate.ENFORCED;
        });
    assertThat(undecided).as("decide in terms.txt what this build does with them").isEmpty();
    assertThat(decided).as("terms that the language has no more").isSubsetOf(walked);
  }

  @Test
  void termThatNobodyDecidedOn_isRefused() {
    assertThat(TERMS.of("SharingAgreement.newKey")).isEqualTo(Fate.REFUSED_STEPS);
  }

  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: a
      version: 1.0.0
      status: active
      product: p@2
      partner: {id: acme}
      purposes: [CommercialResearch]
      legalBasis: Consent
      period: {from: 2026-01-01, to: 2036-01-01}
      releases:
        - name: r
          kind: records
          topic: t
          fields:
            a: {tokenize: random, remember: P30D}
            b: tokenize
            c: {tokenize: deterministic, erasable: true}
            d: {generalize: prefix}
            e: {tokenize: format-preserving, keepLast: 4}
            f: {tokenize: one-way}
            g: {tokenize: deterministic, erasable: false}
        - {name: c, kind: cohorts, topic: u, k: 5, hold: PT1S, pace: PT5S, fields: {a: tokenize}}
      quota: {recordsPerDay: 5, epsilonPerMonth: 3, onExceed: hold}
      price: {currency: EUR, perMonth: 5}
      onRotation: new-tokens
      backfill: earliest
      """;

  private static final String GATEWAY =
      """
      apiVersion: weir/v1
      kind: Gateway
      id: g
      products: [g.yaml]
      agreements: [g.yaml]
      prices: g.yaml
      kafka: {bootstrapServers: "b:1"}
      sources:
        p: {topic: x, startFrom: latest, format: debezium-json, subject: key, trustProducerClock: true}
        q: {topic: y, startFrom: latest, format: json, trustProducerClock: false}
      keys: {provider: "vault://v"}
      budgets: {p: {epsilon: 1, delta: 1e-9, per: P1D}}
      control: {publicKey: k}
      checkpoints: {storage: "file:///c"}
      """;

  private List<String> refused(String text, boolean stepsOnly) throws IOException {
    Problems read = new Problems();
    FileSet files =
        FileSetReader.read(List.of(Files.writeString(dir.resolve("g.yaml"), text)), read);
    assertThat(read.sorted()).isEmpty();
    Problems problems = new Problems();
    if (stepsOnly) {
      NotEnforced.refuseSteps(files, problems);
    } else {
      NotEnforced.refuse(files, problems);
    }
    return problems.sorted().stream()
        .filter(Problem::isError)
        .map(p -> p.location().line() + " " + p.message().replaceAll(".*enforce | yet", ""))
        .toList();
  }

  @Test
  void termsOfAnAgreement_areRefusedByNameAndPlace() throws IOException {
    assertThat(refused(AGREEMENT, false))
        .containsExactly("9 legalBasis: Consent", "17 b: tokenize", "19 generalize", "27 backfill");
  }

  @Test
  void keepJoinable_isRefused_whereNoCommandSaysWhenKeysChange() throws IOException {
    String keep = "onRotation: {keep-joinable: {until: 2026-06-01}}";
    String text = AGREEMENT.replace("onRotation: new-tokens", keep);
    assertThat(refused(text, false))
        .contains(
            "26 Only a gateway with a control channel keeps tokens joinable when keys change");
    assertThat(refused(text, true)).noneMatch(line -> line.startsWith("26"));
  }

  @Test
  void termsThatChangeNoField_areWarningsWhereAPlanIsShown() throws IOException {
    assertThat(refused(AGREEMENT, true)).containsExactly("17 b: tokenize", "19 generalize");
  }

  @Test
  void everyKindOfConsent_isRefused() throws IOException {
    String text = AGREEMENT.replace("Consent", "ExplicitlyExpressedConsent");
    assertThat(refused(text, false)).contains("9 legalBasis: Consent");
  }

  @Test
  void termsOfAGateway_areRefusedByNameAndPlace() throws IOException {
    assertThat(refused(GATEWAY, false)).containsExactly("9 subject");
  }
}
