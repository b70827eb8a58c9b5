package dev.weir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.TokenScope;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import dev.weir.plan.change.PlanChange;
import dev.weir.plan.change.PlanChange.Kind;
import dev.weir.plan.change.PlanChanges;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each way in which a plan can differ from an earlier one is told, and nothing else. */
final class PlanChangesTest {

  private static final FieldPath AMOUNT = FieldPath.of("amount");
  private static final FieldPath CUSTOMER = FieldPath.of("customer_id");
  private static final Treatment KEEP = new Treatment.Keep();
  private static final Product PRODUCT =
      Cards.product(
          Cards.leaf("customer_id", LogicalType.STRING, true, PrivacyRole.SUBJECT),
          Cards.leaf("amount", LogicalType.INTEGER, true, PrivacyRole.PUBLIC));

  private static JobPlan plan(Map<FieldPath, Treatment> fields) {
    return Planner.plan(
        "eu", "weir", Cards.files(PRODUCT, Cards.agreement("acme-payments", "acme", fields)));
  }

  private static Treatment token(
      TokenScheme scheme, TokenScope scope, @Nullable String domain, @Nullable String remember) {
    return new Treatment.Tokenize(scheme, scope, domain, null, false, remember, null, 0, 0, null);
  }

  private static List<String> told(JobPlan before, JobPlan now) {
    return told(PlanJson.write(before), PlanJson.write(now));
  }

  private static final String FITS = "savepoint fits the job goes on from its state";

  @Test
  void samePlan_changesNothing_andASavepointFits() {
    assertThat(told(plan(Map.of(AMOUNT, KEEP)), plan(Map.of(AMOUNT, KEEP)))).containsExactly(FITS);
  }

  @Test
  void fieldsThatNewlyLeave_noLongerLeave_orLeaveOtherwise_areTold() {
    Treatment bucket = new Treatment.Bucket(BigDecimal.TEN);
    JobPlan none = plan(Map.of(CUSTOMER, new Treatment.Redact("x")));
    JobPlan both = plan(Map.of(CUSTOMER, new Treatment.Redact("x"), AMOUNT, bucket));
    JobPlan kept = plan(Map.of(CUSTOMER, new Treatment.Redact("x"), AMOUNT, KEEP));
    assertThat(told(none, both))
        .containsExactly("leaves acme-payments/payments amount: bucket width=10", FITS);
    assertThat(told(both, none)).containsExactly("ends acme-payments/payments amount", FITS);
    assertThat(told(both, kept))
        .containsExactly("form acme-payments/payments amount: keep, was bucket width=10", FITS);
  }

  @Test
  void tableOfOtherContents_isTold() {
    String old =
        PlanJson.write(plan(Map.of(AMOUNT, KEEP)))
            .replace("\"step\" : \"keep\"", "\"step\" : \"replace\", \"digest\" : \"a\"");
    String now = old.replace("\"digest\" : \"a\"", "\"digest\" : \"b\"");
    assertThat(
            PlanChanges.between(
                PlanChanges.read(old).orElseThrow(), PlanChanges.read(now).orElseThrow()))
        .extracting(PlanChange::text)
        .startsWith("amount: replace, of other contents");
  }

  @Test
  void tokensOfAnotherSchemeScopeOrDomain_areTold() {
    Function<Treatment, JobPlan> of = token -> plan(Map.of(CUSTOMER, token));
    TokenScheme scheme = TokenScheme.DETERMINISTIC;
    JobPlan before = of.apply(token(scheme, TokenScope.AGREEMENT, null, null));
    String same =
        "tokens acme-payments/payments customer_id: equal values get other tokens than before ";
    assertThat(told(before, of.apply(token(scheme, TokenScope.PARTNER, null, null))))
        .containsExactly(same + "(scope)", FITS);
    assertThat(told(before, of.apply(token(scheme, TokenScope.AGREEMENT, "people", null))))
        .containsExactly(same + "(domain)", FITS);
    assertThat(told(before, of.apply(token(TokenScheme.ONE_WAY, TokenScope.AGREEMENT, null, null))))
        .containsExactly(same + "(scheme, use)", FITS);
  }

  @Test
  void stateThatNothingTakes_isTold_andNoSavepointFits() {
    TokenScope scope = TokenScope.AGREEMENT;
    JobPlan random = plan(Map.of(CUSTOMER, token(TokenScheme.RANDOM, scope, null, "P30D")));
    JobPlan computed = plan(Map.of(CUSTOMER, token(TokenScheme.DETERMINISTIC, scope, null, null)));
    assertThat(told(random, computed))
        .contains(
            "state weir/card-payments/payment/remember is lost: random tokens and their values",
            "savepoint does not fit nothing takes the state of"
                + " weir/card-payments/payment/assemble, weir/card-payments/payment/remember;"
                + " the job can only begin afresh");
    assertThat(told(computed, random))
        .contains(
            "state weir/card-payments/payment/remember begins empty: random tokens and their"
                + " values",
            FITS);
  }

  @Test
  void releaseOfAnotherAgreement_leavesWhole_andTermsAreTold() {
    JobPlan before = plan(Map.of(AMOUNT, KEEP));
    JobPlan other =
        Planner.plan(
            "eu",
            "weir",
            Cards.files(PRODUCT, Cards.agreement("acme-payments", "zeta", Map.of(AMOUNT, KEEP))));
    assertThat(told(before, other))
        .containsExactly(
            "leaves acme-payments/payments partner is zeta, was acme: all that the release holds"
                + " leaves to another",
            "terms acme-payments/payments topic is zeta.payments.v1, was acme.payments.v1",
            FITS);
  }

  @Test
  void changes_areInTheOrderOfTheirWeight() {
    Treatment random = token(TokenScheme.RANDOM, TokenScope.AGREEMENT, null, "P30D");
    JobPlan before = plan(Map.of(CUSTOMER, new Treatment.Redact("x"), AMOUNT, KEEP));
    JobPlan now = plan(Map.of(CUSTOMER, random));
    assertThat(PlanChanges.between(PlanChanges.read(PlanJson.write(before)).orElseThrow(), now))
        .extracting(PlanChange::kind)
        .startsWith(Kind.ENDS, Kind.FORM)
        .endsWith(Kind.SAVEPOINT)
        .isSorted();
  }

  @Test
  void textThatIsNoPlan_isNone() {
    for (String text : List.of("", "{}", "{\"products\": []}", "kind: Gateway", "[1]")) {
      assertThat(PlanChanges.read(text)).as(text).isEmpty();
    }
  }

  /** As the plan of a product that is like {@link #PRODUCT}. */
  private static JobPlan of(Product product, Treatment amount) {
    Map<FieldPath, Treatment> fields = Map.of(AMOUNT, amount);
    return Planner.plan(
        "eu", "weir", Cards.files(product, Cards.agreement("acme-payments", "acme", fields)));
  }

  @Test
  void anotherSubject_changesTokensAndShifts_thoughNoStepDiffers() {
    Product moved =
        Cards.product(
            Cards.leaf("customer_id", LogicalType.STRING, true, PrivacyRole.IDENTIFIER),
            Cards.leaf("account_id", LogicalType.STRING, true, PrivacyRole.SUBJECT),
            Cards.leaf("amount", LogicalType.INTEGER, true, PrivacyRole.PUBLIC));
    assertThat(told(of(PRODUCT, KEEP), of(moved, KEEP)))
        .containsExactly(
            "tokens card-payments/payment subject is account_id, was customer_id: shifts and"
                + " tokens that can be erased are those of other people than before",
            FITS);
  }

  @Test
  void fieldThatNobodyMayRelyOnAnyMore_orOfAnotherType_isTold() {
    Product other =
        Cards.product(
            Cards.leaf("customer_id", LogicalType.STRING, true, PrivacyRole.SUBJECT),
            Cards.leaf("amount", LogicalType.NUMBER, false, PrivacyRole.PUBLIC));
    assertThat(told(of(PRODUCT, KEEP), of(other, KEEP)))
        .containsExactly(
            "form acme-payments/payments amount: number from number amount, optional;"
                + " was integer from integer amount, required",
            FITS);
  }

  @Test
  void eventTimeAndJurisdiction_areTold() {
    JobPlan before = of(PRODUCT, KEEP);
    String old = PlanJson.write(before);
    String now =
        old.replaceFirst(
            "\"subject\" :", "\"eventTime\" : \"at\", \"jurisdiction\" : \"land\", \"subject\" :");
    assertThat(
            PlanChanges.between(
                PlanChanges.read(old).orElseThrow(), PlanChanges.read(now).orElseThrow()))
        .extracting(PlanChange::text)
        .contains(
            "eventTime is at, was not set: it says which period a record is of",
            "jurisdiction is land, was not set: it says whose records are released");
  }

  @Test
  void controlThatIsTakenAway_leavesNoSavepointThatFits() {
    JobPlan plan = of(PRODUCT, KEEP);
    JobPlan governed = plan.governedBy("weir.control");
    assertThat(told(plan, governed))
        .containsExactly("state weir.control begins empty: which commands were obeyed", FITS);
    assertThat(told(governed, plan))
        .containsExactly(
            "state weir.control is lost: which commands were obeyed",
            "savepoint does not fit nothing takes the state of weir.control; the job can only"
                + " begin afresh");
  }

  @Test
  void agreementThatBecomesActive_leaves_andOneThatIsSuspendedEnds() {
    String active = PlanJson.write(of(PRODUCT, KEEP));
    String suspended = active.replace("\"status\" : \"active\"", "\"status\" : \"suspended\"");
    assertThat(suspended).isNotEqualTo(active);
    assertThat(told(suspended, active))
        .containsExactly("leaves acme-payments/payments status is active, was suspended", FITS);
    assertThat(told(active, suspended))
        .containsExactly("ends acme-payments/payments status is suspended, was active", FITS);
  }

  @Test
  void sourceThatIsAnotherTopic_leavesNoSavepointThatFits_andAnotherFormatIsTold() {
    JobPlan plan = of(PRODUCT, KEEP);
    JobPlan json =
        plan.reading(List.of(new SourcePlan("card-payments", "payments.v2", "json", false)));
    JobPlan avro =
        plan.reading(List.of(new SourcePlan("card-payments", "payments.v2", "avro", false)));
    JobPlan moved =
        plan.reading(List.of(new SourcePlan("card-payments", "payments.v3", "json", false)));
    assertThat(told(json, avro))
        .containsExactly(
            "terms card-payments format is avro, was json: what was not read yet is taken for that",
            FITS);
    assertThat(told(json, moved))
        .contains(
            "state weir/card-payments/payment/source of payments.v2 is lost: how far the source"
                + " was read",
            "savepoint does not fit nothing takes the state of"
                + " weir/card-payments/payment/source of payments.v2; the job can only begin afresh")
        .anySatisfy(
            line -> assertThat(line).startsWith("terms card-payments topic is payments.v3"));
    assertThat(told(plan, moved)).as("of a build that did not print it").containsExactly(FITS);
  }

  @Test
  void clockOfTheProducers_isTold() {
    JobPlan plan = of(PRODUCT, KEEP);
    JobPlan brokers =
        plan.reading(List.of(new SourcePlan("card-payments", "payments.v2", "json", false)));
    JobPlan producers =
        plan.reading(List.of(new SourcePlan("card-payments", "payments.v2", "json", true)));
    assertThat(told(brokers, producers))
        .containsExactly(
            "terms card-payments trustProducerClock is true, was not set: it says by whose clock"
                + " records are late for statistics",
            FITS);
    assertThat(producers.trustsProducers("card-payments")).isTrue();
    assertThat(producers.trustsProducers("others")).isFalse();
    assertThat(brokers.trustsProducers("card-payments")).isFalse();
  }

  @Test
  void anotherTopicPrefix_leavesNoSavepointThatFits() {
    JobPlan plan = of(PRODUCT, KEEP);
    String before = PlanJson.write(plan);
    assertThat(told(before, before.replace("weir.progress", "eu.progress")))
        .contains("state weir/eu/progress of weir.progress is lost: what was released so far")
        .anySatisfy(line -> assertThat(line).startsWith("savepoint does not fit"));
  }

  private static List<String> told(String before, String now) {
    return PlanChanges.between(
            PlanChanges.read(before).orElseThrow(), PlanChanges.read(now).orElseThrow())
        .stream()
        .map(change -> change.kind().word() + " " + change.where() + " " + change.text())
        .toList();
  }
}
