package dev.weir.config.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementReaderTest {

  private static final String HEAD =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: acme-payments
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: acme, name: Acme Analytics}
      purposes: [FraudPreventionAndDetection]
      legalBasis: LegitimateInterest
      jurisdictions: [NO, DE]
      period: {from: 2026-01-01, to: "2036-01-01T02:00:00+02:00"}
      retention: P90D
      """;

  private final Problems problems = new Problems();

  private Optional<Agreement> read(String text) {
    return YamlFile.parse("a.yaml", text, problems)
        .flatMap(root -> AgreementReader.read(root, Path.of("a.yaml"), problems));
  }

  private Map<FieldPath, Treatment> fields(String fields) {
    String release = "releases: [{name: r, kind: records, topic: t, fields: {" + fields + "}}]\n";
    Release release0 = read(HEAD + release).orElseThrow().releases().get(0);
    return ((Release.Records) release0).fields();
  }

  private List<String> found() {
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  @Test
  void wholeAgreement_isReadAsWritten() {
    Agreement agreement =
        read(HEAD + "releases: [{name: r, kind: records, topic: t, fields: {a.b: keep}}]\n")
            .orElseThrow();
    assertThat(found()).isEmpty();
    assertThat(agreement.product()).isEqualTo(new ProductRef("card-payments", "2"));
    assertThat(agreement.partner()).isEqualTo(new Partner("acme", "Acme Analytics"));
    assertThat(agreement.jurisdictions()).containsExactly("NO", "DE");
    assertThat(agreement.period())
        .isEqualTo(
            new ValidPeriod(
                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2036-01-01T00:00:00Z")));
    assertThat(agreement.retention()).isEqualTo(Period.ofDays(90));
    assertThat(agreement.quota()).isNull();
    assertThat(agreement.releases())
        .containsExactly(
            new Release.Records(
                "r", null, "t", Map.of(FieldPath.of("a", "b"), new Treatment.Keep())));
  }

  @Test
  void treatments_haveTheirSettings() {
    Map<FieldPath, Treatment> fields =
        fields(
            """
            a: {mask: {keepFirst: 3, with: "\\U0001F512", length: 8}}, b: {truncate: 3},
            c: {round: month}, d: {bucket: 0.50}, e: {shift: {maxDays: 30}},
            f: {replace: {table: f.csv, otherwise: x}}, g: {tokenize: deterministic, scope: partner, pad: 64},
            h: {tokenize: format-preserving, keepLast: 4, check: luhn}, i: redact,
            j: {redact: {with: null}}, k: {redact: {with: 5}}, l: {redact: {with: "5"}}, m: drop,
            "items[].sku": {generalize: prefix}, n: {tokenize: random, remember: P30D}
            """);
    assertThat(found()).isEmpty();
    assertThat(fields.values())
        .containsExactly(
            new Treatment.Mask(3, 0, "\uD83D\uDD12", 8),
            new Treatment.Truncate(3),
            new Treatment.Round(TimeUnit.MONTH),
            new Treatment.Bucket(new BigDecimal("0.50")),
            new Treatment.Shift(30),
            new Treatment.Replace("f.csv", "x"),
            new Treatment.Tokenize(
                TokenScheme.DETERMINISTIC,
                TokenScope.PARTNER,
                null,
                64,
                false,
                null,
                null,
                0,
                0,
                null),
            new Treatment.Tokenize(
                TokenScheme.FORMAT_PRESERVING,
                TokenScope.AGREEMENT,
                null,
                null,
                false,
                null,
                null,
                0,
                4,
                "luhn"),
            new Treatment.Redact(null),
            new Treatment.Redact(null),
            new Treatment.Redact(new BigDecimal("5")),
            new Treatment.Redact("5"),
            new Treatment.Drop(),
            new Treatment.Generalize(null, null, null, true),
            new Treatment.Tokenize(
                TokenScheme.RANDOM,
                TokenScope.AGREEMENT,
                null,
                null,
                false,
                "P30D",
                null,
                0,
                0,
                null));
    assertThat(fields).containsKey(FieldPath.parse("items[].sku"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x: {mask: {keepFrist: 1}}|unknown-key|Did you mean keepFirst",
        "x: {mask: {keepFirst: 0}}|out-of-range|from 1",
        "x: {mask: {with: ab}}|malformed|one character",
        "x: {truncate: 0}|out-of-range|from 1",
        "x: {truncate: 1.5}|wrong-type|whole number",
        "x: {bucket: 0}|out-of-range|above 0",
        "x: {bucket: .inf}|malformed|above 0",
        "x: {round: week}|unknown-word|One of: hour, day, month, year",
        "x: {tokenize: deterministic, keepLast: 4}|unknown-key|One of",
        "x: {tokenize: determinstic}|unknown-word|Did you mean deterministic",
        "x: {tokenise: deterministic}|unknown-key|Did you mean tokenize",
        "x: kep|unknown-word|Did you mean keep",
        "x: 5|unknown-word|keep",
        "x: [keep]|wrong-type|a treatment",
        "x: {truncate: 1, round: day}|unknown-key|truncate",
        "x..y: keep|malformed|names with dots",
        "x: {shift: {maxDays: 0}}|out-of-range|from 1",
        "x: {replace: {otherwise: a}}|missing-key|Write table",
        "x: {redact: {}}|missing-key|constant"
      })
  void faultyTreatment_isNamedAndOthersAreRead(String field, String rule, String mend) {
    Map<FieldPath, Treatment> fields = fields("before: keep, " + field + ", after: drop");
    assertThat(fields.keySet()).contains(FieldPath.of("before"), FieldPath.of("after"));
    assertThat(problems.sorted()).hasSize(1);
    assertThat(found().get(0)).contains("[" + rule + "]").contains(mend).startsWith("a.yaml:13:");
  }

  @Test
  void faultsOfOneFile_areAllFoundAtOnce() {
    String text =
        """
        apiVersion: weir/v2
        kind: SharingAgreement
        id: "an id"
        version: 1.0
        status: activ
        product: card-payments
        partner: {name: 5}
        purposes: []
        legalBais: LegitimateInterest
        jurisdictions: [DE, DE]
        period: {from: 2027-01-01, to: 2026-02-30}
        retention: 90
        releases: [{name: r, kind: record, topic: a b, fields: {a: keep}}, {kind: records}]
        """;
    assertThat(read(text)).as("what the other files can be judged against").isPresent();
    assertThat(problems.sorted().stream().map(p -> p.path() + " " + p.rule().id()))
        .containsExactlyInAnyOrder(
            "apiVersion unknown-word",
            "id malformed",
            "version wrong-type",
            "status unknown-word",
            "product malformed",
            "partner missing-key",
            "partner.name wrong-type",
            "purposes empty",
            "legalBais unknown-key",
            " missing-key",
            "jurisdictions[1] duplicate",
            "period.to malformed",
            "retention wrong-type",
            "releases[0].kind unknown-word",
            "releases[1] missing-key",
            "releases[1] missing-key",
            "releases[1] missing-key");
  }

  @Test
  void periodThatEndsBeforeItStarts_isRefusedAndStillRead() {
    String head = HEAD.replace("from: 2026-01-01", "from: 2037-01-01");
    Optional<Agreement> agreement =
        read(head + "releases: [{name: r, kind: records, topic: t, fields: {a: keep}}]\n");
    assertThat(agreement).isPresent();
    assertThat(found())
        .containsExactly(
            "a.yaml:11:32 period.to: [order] The period ends before it starts, or as it starts."
                + " Write a date after from; to itself is no longer in it.");
  }

  @Test
  void termThatDpvLacks_isNamedWithTheNearest() {
    String head = HEAD.replace("FraudPreventionAndDetection", "CommercialReserch");
    Optional<Agreement> agreement =
        read(head + "releases: [{name: r, kind: records, topic: t, fields: {a: keep}}]\n");
    assertThat(agreement).isPresent();
    assertThat(found())
        .containsExactly(
            "a.yaml:8:12 purposes[0]: [unknown-word] This is not a purpose of DPV 2.3. Did you mean"
                + " CommercialResearch?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "99999999999|The number is above 2147483647. Write a whole number, at least 2.",
        "1|The number is below 2. Write a whole number, at least 2."
      })
  void wholeNumberOutOfRange_isToldTheBoundThatItBroke(String k, String told) {
    String release =
        "releases: [{name: r, kind: cohorts, topic: t, hold: PT2S, fields: {a: keep}, k: %s}]\n";
    assertThat(read(HEAD + release.formatted(k))).isPresent();
    assertThat(found()).singleElement().asString().contains("releases[0].k: ").endsWith(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1000Y1M", "P900000000Y", "P365001D", "P365000DT24H", "PT8760000H1S"})
  void longerThanAThousandYears_isRefused(String horizon) {
    String release =
        "releases: [{name: r, kind: cohorts, topic: t, hold: PT2S, fields: {a: keep}, k: 2,"
            + " horizon: %s}]\n";
    assertThat(read(HEAD + release.formatted(horizon))).isPresent();
    assertThat(found())
        .singleElement()
        .asString()
        .contains("releases[0].horizon: [out-of-range]", "365000 days");
  }

  @Test
  void prefixWithAValue_isToldToStandAlone() {
    String release =
        "releases: [{name: r, kind: records, topic: t, fields: {a: {generalize: {prefix: 3}}}}]\n";
    assertThat(read(HEAD + release)).isPresent();
    assertThat(found())
        .singleElement()
        .asString()
        .contains(".generalize.prefix: [unknown-key]", "stands alone", "Write prefix");
  }

  @Test
  void statisticsAndCohorts_areRead() {
    Agreement agreement =
        read(HEAD
                + """
                releases:
                  - name: shoppers
                    kind: cohorts
                    topic: umbra.shoppers.v1
                    k: 5
                    diversity: [{field: merchant.category, l: 2}]
                    closeness: [{field: amount, t: 0.3}]
                    hold: PT2S
                    risk: {prosecutor: 0.1}
                    fields: {customer_id: tokenize, birth_date: {generalize: {step: P5Y}}, age: {generalize: {step: 1}}}
                  - name: spend
                    kind: statistics
                    topic: umbra.spend.v1
                    window: [PT1H, P1D]
                    groupBy: {merchant.category: [books, 5], address.country: discover}
                    measures:
                      payments: count
                      shoppers: {countDistinct: subject}
                      spend: {sum: amount, between: [0, 100], step: 0.01, share: 2}
                      sizes: {quantiles: [0.5, 0.9], of: amount, between: [0, 500], buckets: 100}
                      bands: {histogram: amount, buckets: [0, 10, 50]}
                    perSubject: {records: 10, groups: 4, windows: 1}
                    budget: {epsilon: 4.0, delta: 1e-6, per: P1D}
                    postProcess: [nonNegative, round]
                quota: {recordsPerSecond: 1000, bytesPerDay: 10GB, onExceed: hold, holdAtMost: {for: PT10M}}
                price: {currency: EUR, perThousandRecords: [{upTo: 1000, price: 0.40}, {price: 0.25}]}
                onRotation: {keep-joinable: {until: 2026-06-01}}
                backfill: {timestamp: "2026-03-01T08:00:00Z"}
                """)
            .orElseThrow();
    assertThat(found()).isEmpty();
    Release.Cohorts cohorts = (Release.Cohorts) agreement.releases().get(0);
    assertThat(cohorts.hold()).isEqualTo(Duration.ofSeconds(2));
    assertThat(cohorts.mode()).isEqualTo(CohortMode.STABLE);
    assertThat(cohorts.diversity().get(0).type()).isEqualTo(Diversity.Type.DISTINCT);
    assertThat(cohorts.fields().get(FieldPath.of("birth_date")))
        .isEqualTo(new Treatment.Generalize("P5Y", null, null, false));
    Release.Statistics statistics = (Release.Statistics) agreement.releases().get(1);
    assertThat(statistics.window())
        .isEqualTo(new Window.Tumbling(List.of(Duration.ofHours(1), Period.ofDays(1))));
    assertThat(statistics.groupBy().get(FieldPath.of("merchant", "category")))
        .isEqualTo(new Groups.Listed(List.of("books", "5")));
    assertThat(statistics.measures().get("spend"))
        .isEqualTo(
            new Measure.Sum(
                FieldPath.of("amount"),
                new Measure.Bounds(BigDecimal.ZERO, new BigDecimal("100"), new BigDecimal("0.01")),
                new BigDecimal("2")));
    assertThat(agreement.quota()).isNotNull();
    assertThat(agreement.quota().bytesPerDay()).isEqualTo(10_000_000_000L);
    assertThat(agreement.onRotation())
        .isEqualTo(new OnRotation.KeepJoinable(Instant.parse("2026-06-01T00:00:00Z")));
    assertThat(agreement.backfill())
        .isEqualTo(new Backfill.From(Instant.parse("2026-03-01T08:00:00Z")));
  }
}
