package dev.weir.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Budget;
import dev.weir.config.agreement.CohortMode;
import dev.weir.config.agreement.Diversity;
import dev.weir.config.agreement.Groups;
import dev.weir.config.agreement.Measure;
import dev.weir.config.agreement.PerSubject;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.agreement.Window;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What partners get together, and one partner in all; crowds and figures. */
final class PartnersTest {

  private static final FieldPath ID = FieldPath.of("payment_id");
  private static final FieldPath WHO = FieldPath.of("customer_id");
  private static final FieldPath ZIP = FieldPath.of("zip");
  private static final FieldPath AMOUNT = FieldPath.of("amount");
  private static final Treatment KEEP = new Treatment.Keep();
  private static final Treatment PREFIX = new Treatment.Generalize(null, null, null, true);

  private static final Product PRODUCT =
      Written.product(
          Written.field(
              "payment_id", LogicalType.STRING, PrivacyRole.PUBLIC, true, null, List.of(), null),
          Written.leaf("customer_id", LogicalType.STRING, PrivacyRole.SUBJECT),
          Written.leaf("zip", LogicalType.STRING, PrivacyRole.QUASI_IDENTIFIER),
          Written.leaf("amount", LogicalType.NUMBER, PrivacyRole.SENSITIVE));

  private static Release.Records records(String topic) {
    return Written.records(topic, Map.of(ID, KEEP));
  }

  private static Release.Cohorts cohorts(
      @Nullable Period horizon, List<Diversity> diversity, Map<FieldPath, Treatment> fields) {
    return new Release.Cohorts(
        "crowds",
        null,
        "crowds.v1",
        CohortMode.STABLE,
        5,
        diversity,
        List.of(),
        Duration.ofSeconds(2),
        horizon,
        null,
        null,
        Map.of(),
        fields);
  }

  private static Release.Cohorts crowd() {
    return cohorts(Period.ofDays(9), List.of(), Map.of(ZIP, PREFIX));
  }

  private static Release.Statistics statistics(FieldPath group, FieldPath measured) {
    return new Release.Statistics(
        "spend",
        null,
        "spend.v1",
        new Window.Tumbling(List.of(Period.ofDays(1))),
        null,
        Map.of(group, new Groups.Discovered()),
        Map.of(
            "sum",
            new Measure.Sum(
                measured,
                new Measure.Bounds(BigDecimal.ZERO, BigDecimal.TEN, null),
                BigDecimal.ONE)),
        new PerSubject(1, 1, 1),
        new Budget(BigDecimal.ONE, new BigDecimal("1e-9"), Period.ofDays(1)),
        List.of());
  }

  private static List<String> rules(Agreement... agreements) {
    return Written.rules(Written.files(PRODUCT, agreements));
  }

  @Test
  void recordsBesideCrowds_areRefusedAtEach() {
    assertThat(rules(Written.agreement("acme", records("acme.v1"), crowd())))
        .containsExactly("linkage", "linkage");
  }

  @Test
  void recordsBesideCrowds_mayBeAcknowledged() {
    assertThat(
            rules(Written.agreementWith("acme", Period.ofDays(9), "no", records("a.v1"), crowd())))
        .isEmpty();
  }

  @Test
  void otherPartnersRecords_undoNoCrowd() {
    assertThat(rules(Written.agreement("acme", records("a.v1")), Written.agreement("u", crowd())))
        .isEmpty();
  }

  @Test
  void uniqueField_thatTwoKeep_isAWarningAtEach() {
    assertThat(
            rules(
                Written.agreement("acme", records("a.v1")),
                Written.agreement("globex", records("g.v1"))))
        .containsExactly("joinable-field", "joinable-field");
  }

  @Test
  void topics_countDotsAndUnderscoresAsTheSame() {
    assertThat(
            rules(
                Written.agreement("acme", Written.records("a.b", Map.of(AMOUNT, KEEP))),
                Written.agreement("globex", Written.records("a_b", Map.of(AMOUNT, KEEP)))))
        .containsExactly("topic-clash", "topic-clash");
  }

  @Test
  void topicsOfWeirsOwn_areNoReleases() {
    for (String topic : List.of("card-payments.dead-letters", "acme.usage", "weir.ledger")) {
      assertThat(rules(Written.agreement("acme", Written.records(topic, Map.of(AMOUNT, KEEP)))))
          .as(topic)
          .containsExactly("topic-reserved");
    }
  }

  @Test
  void filesOfARunsOwn_areNoReleases() {
    for (String topic :
        List.of(
            "charges",
            "dead-letters",
            "ledger",
            "report",
            "subject-keys",
            "summary",
            "usage",
            "usage-internal",
            "Usage")) {
      assertThat(rules(Written.agreement("acme", Written.records(topic, Map.of(AMOUNT, KEEP)))))
          .as(topic)
          .containsExactly("topic-reserved");
    }
    assertThat(rules(Written.agreement("acme", Written.records("usages", Map.of(AMOUNT, KEEP)))))
        .isEmpty();
  }

  @Test
  void agreementGivenTwice_isRefusedAtEach() {
    assertThat(
            rules(
                Written.agreement("acme", Written.records("a.v1", Map.of(AMOUNT, KEEP))),
                Written.agreement("acme", Written.records("b.v1", Map.of(AMOUNT, KEEP)))))
        .containsExactly("agreement-twice", "agreement-twice");
  }

  @Test
  void crowd_takesItsOwnTable() {
    Diversity diverse = new Diversity(AMOUNT, BigDecimal.valueOf(2), Diversity.Type.DISTINCT);
    assertThat(rules(crowdOf(List.of(), Map.of(ZIP, KEEP)))).containsExactly("role-treatment");
    assertThat(rules(crowdOf(List.of(), Map.of(AMOUNT, KEEP)))).containsExactly("role-treatment");
    assertThat(rules(crowdOf(List.of(diverse), Map.of(AMOUNT, KEEP)))).isEmpty();
    assertThat(rules(crowdOf(List.of(diverse), Map.of(ZIP, PREFIX))))
        .containsExactly("cohort-field");
    assertThat(rules(crowdOf(List.of(), Map.of(ID, KEEP)))).containsExactly("unique-in-cohort");
    assertThat(rules(crowdOf(List.of(), Map.of(WHO, Written.token(null, 0))))).isEmpty();
    assertThat(rules(crowdOf(List.of(), Map.of(WHO, Written.token(TokenScheme.ONE_WAY, 0)))))
        .containsExactly("kind-treatment");
  }

  private static Agreement crowdOf(List<Diversity> diversity, Map<FieldPath, Treatment> fields) {
    return Written.agreement("umbra", cohorts(null, diversity, fields));
  }

  @Test
  void crowd_saysHowLongAHomeIsRemembered() {
    Release.Cohorts forgetful = cohorts(null, List.of(), Map.of(ZIP, PREFIX));
    assertThat(rules(Written.agreementWith("umbra", null, null, forgetful)))
        .containsExactly("cohort-memory");
    assertThat(rules(Written.agreementWith("umbra", null, null, crowd()))).isEmpty();
  }

  @Test
  void statistics_groupAndMeasureWhatTheyMay() {
    assertThat(rules(Written.agreement("umbra", statistics(ZIP, AMOUNT)))).isEmpty();
    assertThat(rules(Written.agreement("umbra", statistics(WHO, AMOUNT))))
        .containsExactly("statistics-field");
    assertThat(rules(Written.agreement("umbra", statistics(ZIP, ZIP))))
        .containsExactly("statistics-field", "type-treatment");
  }
}
