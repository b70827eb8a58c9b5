package dev.weir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problems;
import dev.weir.plan.change.PlanChange;
import dev.weir.plan.change.PlanChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaPlannerTest {

  private static final String PRODUCT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: p
      version: 2.0.0
      status: active
      schema:
        - name: payment
          properties:
            - name: a
              logicalType: string
              customProperties: [{property: privacyRole, value: public}]
      """;

  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: acme-p
      version: 1.0.0
      status: active
      product: p@2
      partner: {id: acme}
      purposes: [CommercialResearch]
      legalBasis: LegitimateInterest
      period: {from: 2026-01-01, to: 2036-01-01}
      releases:
        - {name: r, kind: records, topic: t, fields: {a: keep}}
      """;

  private static final String BOOK =
      """
      apiVersion: weir/v1
      kind: PriceBook
      id: standard
      currency: EUR
      tiers:
        gold:
          - {from: 2026-07-01, quota: {recordsPerMonth: 7, onExceed: bill}}
          - {from: 2026-01-01, quota: {bytesPerDay: 2kB, onExceed: reject}}
          - {from: 2027-01-01}
        none: [{from: 2026-01-01}]
      """;

  private final Path directory;

  QuotaPlannerTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private JobPlan plan(String terms) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String text : List.of(PRODUCT, AGREEMENT + terms, BOOK)) {
      Path file = directory.resolve(files.size() + ".yaml");
      files.add(Files.writeString(file, text));
    }
    Problems problems = new Problems();
    FileSet read = FileSetReader.read(files, problems);
    assertThat(problems.sorted()).isEmpty();
    return Planner.plan("g", "weir", read);
  }

  private static boolean hasStage(JobPlan plan) {
    return plan.releases().get(0).restrained();
  }

  @Test
  void hold_hasDefaults_andAStage() throws IOException {
    JobPlan plan = plan("quota: {recordsPerSecond: 5, onExceed: hold}");
    QuotaPlan.Hold hold = new QuotaPlan.Hold(100_000, "PT10M");
    QuotaPlan.Limits limits = new QuotaPlan.Limits(5L, null, null, null, null, null, "hold", hold);
    assertThat(plan.quota("acme-p").orElseThrow().at(0)).isEqualTo(limits);
    assertThat(hasStage(plan)).isTrue();
    assertThat(plan.sink().quotaUid()).isEqualTo("weir/g/quota");
  }

  /** No sink may take the other's transactions for its own, nor a gateway another's. */
  @Test
  void whatIsRestrained_leavesByASecondEnding_underNamesThatAreNobodyElses() throws IOException {
    List<EndingPlan> endings = plan("quota: {recordsPerDay: 5, onExceed: reject}").endings();
    assertThat(endings).extracting(EndingPlan::writer).containsExactly("g", "g/aside");
    assertThat(endings)
        .extracting(EndingPlan::letter)
        .as("of usage's ids")
        .containsExactly("", "a");
    SinkPlan first = endings.get(0).sink();
    SinkPlan aside = endings.get(1).sink();
    assertThat(first.transactionalIdPrefix()).isEqualTo("weir/g/");
    assertThat(aside.transactionalIdPrefix())
        .isEqualTo("weir-aside/g/")
        .doesNotStartWith(first.transactionalIdPrefix());
    assertThat(List.of(aside.uid(), aside.meterUid(), aside.progressUid()))
        .containsExactly("weir/g/aside-sink", "weir/g/aside-meter", "weir/g/aside-progress");
    assertThat(List.of(aside.topics(), aside.progressTopic(), aside.usageTopic()))
        .containsExactly(first.topics(), first.progressTopic(), first.usageTopic());
    assertThat(plan("quota: {recordsPerDay: 5, onExceed: bill}").endings())
        .extracting(EndingPlan::sink)
        .containsExactly(first);
  }

  @Test
  void theFirstQuota_begetsTheSecondEnding_andASavepointFits() throws IOException {
    assertThat(changes("", "quota: {recordsPerDay: 5, onExceed: reject}"))
        .anyMatch(text -> text.contains("STATE weir/g/aside-sink begins empty"))
        .anyMatch(text -> text.startsWith("SAVEPOINT fits"));
  }

  @Test
  void bill_keepsNothingBack_andNeedsNoStage() throws IOException {
    JobPlan plan = plan("quota: {recordsPerDay: 5, onExceed: bill}");
    assertThat(hasStage(plan)).isFalse();
    assertThat(plan.quotas()).hasSize(1);
  }

  @Test
  void ofATier_theNewestVersionThatHasBegunHolds() throws IOException {
    JobPlan plan = plan("tier: gold");
    QuotaPlan quota = plan.quota("acme-p").orElseThrow();
    assertThat(quota.at(at("2025-12-31T23:59:59.999Z"))).isNull();
    assertThat(quota.at(at("2026-01-01T00:00:00Z")))
        .isEqualTo(new QuotaPlan.Limits(null, null, null, 2_000L, null, null, "reject", null));
    assertThat(quota.at(at("2026-07-01T00:00:00Z")))
        .isEqualTo(new QuotaPlan.Limits(null, null, 7L, null, null, null, "bill", null));
    assertThat(quota.at(at("2027-01-01T00:00:00Z"))).isNull();
    assertThat(hasStage(plan)).isTrue();
  }

  @Test
  void aTierWithoutQuota_isNone() throws IOException {
    assertThat(plan("tier: none").quotas()).isEmpty();
  }

  @Test
  void theSameQuota_isTheSamePlan_andAnotherIsTold() throws IOException {
    String five = "quota: {recordsPerDay: 5, onExceed: reject}";
    assertThat(changes(five, five)).hasSize(1);
    assertThat(changes(five, "quota: {recordsPerDay: 6, onExceed: reject}"))
        .anyMatch(
            text ->
                text.startsWith("TERMS acme-p quota is")
                    && text.contains("\"recordsPerDay\":6")
                    && text.contains("\"recordsPerDay\":5"));
  }

  @Test
  void aQuotaThatIsTakenAway_losesWhatWaits() throws IOException {
    List<String> changes = changes("quota: {recordsPerDay: 5, onExceed: hold}", "");
    assertThat(changes)
        .anyMatch(text -> text.contains("STATE weir/g/quota is lost: records that wait"))
        .anyMatch(text -> text.contains("STATE weir/g/aside-sink is lost: transactions"))
        .anyMatch(text -> text.contains("STATE weir/g/aside-progress of "))
        .anyMatch(text -> text.startsWith("SAVEPOINT does not fit"));
  }

  @Test
  void aRecordsForm_isItsFieldsAndReaders_notItsQuota() throws IOException {
    JobPlan with = plan("quota: {recordsPerDay: 5, onExceed: hold}");
    JobPlan without = plan("");
    JobPlan abroad = plan("jurisdictions: [DE]");
    assertThat(form(with)).isEqualTo(form(without)).isNotEqualTo(form(abroad));
  }

  private static String form(JobPlan plan) {
    return ReleaseForm.of(plan.products().get(0), plan.releases().get(0));
  }

  private List<String> changes(String before, String now) throws IOException {
    JsonNode was = PlanChanges.read(PlanJson.write(plan(before))).orElseThrow();
    return PlanChanges.between(was, plan(now)).stream().map(QuotaPlannerTest::text).toList();
  }

  private static String text(PlanChange change) {
    return change.kind() + " " + change.where() + " " + change.text();
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
