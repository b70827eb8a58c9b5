package dev.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.odcs.OdcsShape;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class ReleaseContractTest {

  private static final String MARKER = "MARKER";

  private static Output.Field field(String name, boolean required, Step step) {
    LogicalType to = step instanceof Step.Tokenize ? LogicalType.STRING : LogicalType.NUMBER;
    return new Output.Field(name, required, new Output.Leaf(FieldPath.of(name), to, to, step));
  }

  private static Step token() {
    Step.KeyRef key = new Step.KeyRef("acme", "one-way");
    Step.TokenContext context = new Step.TokenContext("one-way", "agreement:a", MARKER);
    return new Step.Tokenize(TokenScheme.ONE_WAY, key, context, null);
  }

  private static ReleasePlan release(@Nullable String retention, @Nullable FieldPath key) {
    Step table = new Step.Replace(MARKER, "00", Map.of(MARKER, MARKER), MARKER);
    Output.Fields output =
        new Output.Fields(
            List.of(
                field("customer-id", true, token()),
                field("customer_id", false, table),
                field("amount", true, new Step.Bucket(BigDecimal.TEN))));
    return new ReleasePlan(
        "acme-payments",
        "1.0.0",
        "acme",
        "payments",
        "records",
        "acme.payments.v1",
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        List.of(MARKER),
        retention,
        key,
        List.of("decode", "treat"),
        null,
        output,
        List.of(),
        null,
        "0".repeat(32));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> contract(ReleasePlan release) {
    String yaml = ReleaseContract.odcs("v3.1.0", release, false);
    return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  @Test
  void contract_saysWhatLeavesAndHowLongItMayBeKept() {
    Map<String, Object> contract = contract(release("P90D", FieldPath.of("customer-id")));

    assertThat(contract)
        .containsEntry("apiVersion", "v3.1.0")
        .containsEntry("kind", "DataContract")
        .containsEntry("id", "acme-payments/payments")
        .containsEntry("version", "1.0.0")
        .containsEntry(
            "slaProperties", List.of(Map.of("property", "retention", "value", 90, "unit", "d")));
    assertThat(String.valueOf(contract.get("schema")))
        .contains("physicalName=acme.payments.v1")
        .contains("name=amount, logicalType=number, transformDescription=bucket: lower bound")
        .contains("required=true");
    assertThat(String.valueOf(contract.get("customProperties"))).contains("value=customer-id");
  }

  @Test
  void retention_thatIsNoDays_staysAsItIsWritten() {
    assertThat(contract(release("P1Y2M", null)))
        .containsEntry("slaProperties", List.of(Map.of("property", "retention", "value", "P1Y2M")));
    assertThat(contract(release(null, null))).doesNotContainKey("slaProperties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3.0.2", "v3.1.0", "v3.2.0"})
  void contract_hasTheShapeOfTheStandard(String version) {
    Problems problems = new Problems();
    String yaml =
        ReleaseContract.odcs(version, release("P90D", FieldPath.of("customer-id")), false);
    OdcsShape.judge(YamlFile.parse("c.yaml", yaml, problems).orElseThrow(), problems);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void producersClock_isSaidOfStatisticsAlone() {
    String clock = "said by its producer";
    assertThat(String.valueOf(customProperties(statistics(), true))).contains(clock);
    assertThat(String.valueOf(customProperties(statistics(), false))).doesNotContain(clock);
    assertThat(String.valueOf(customProperties(release("P90D", null), true))).doesNotContain(clock);
  }

  private static Object customProperties(ReleasePlan release, boolean producersClock) {
    String yaml = ReleaseContract.odcs("v3.1.0", release, producersClock);
    Object contract = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return Objects.requireNonNull(((Map<?, ?>) contract).get("customProperties"));
  }

  private static ReleasePlan statistics() {
    StatisticsPlan counted =
        new StatisticsPlan(
            "u",
            new StatisticsPlan.Window("P1D", null, null),
            "PT1H",
            List.of(),
            List.of(
                new StatisticsPlan.Figure(
                    "n", StatisticsPlan.Kind.COUNT, null, null, null, 0, null, BigDecimal.ONE)),
            new StatisticsPlan.Bounds(1, 1, 1),
            new BudgetPlan(BigDecimal.ONE, new BigDecimal("1e-6"), "P1D"),
            List.of(),
            "terms");
    ReleasePlan records = release("P90D", null);
    return new ReleasePlan(
        records.agreement(),
        records.agreementVersion(),
        records.partner(),
        records.release(),
        "statistics",
        records.topic(),
        records.status(),
        records.from(),
        records.to(),
        null,
        records.retention(),
        null,
        List.of("decode", "treat", "bound", "statistics"),
        null,
        counted,
        new Output.Fields(List.of()),
        List.of(),
        null,
        records.digest());
  }

  @Test
  void tablesConstantsAndDomains_areNotNamed() {
    ReleasePlan release = release("P90D", null);
    assertThat(ReleaseContract.odcs("v3.1.0", release, false)).doesNotContain(MARKER);
    assertThat(ReleaseAvroSchema.of(release)).doesNotContain(MARKER);
  }

  @Test
  void nameThatAvroRefuses_isReplacedAndSaid() {
    Schema schema = new Schema.Parser().parse(ReleaseAvroSchema.of(release(null, null)));

    assertThat(schema.getFields())
        .map(Schema.Field::name)
        .containsExactly("customer_id_2", "customer_id", "amount");
    assertThat(schema.getField("customer_id_2").getProp(ReleaseAvroSchema.NAME_IN_RECORDS))
        .isEqualTo("customer-id");
    assertThat(schema.getField("customer_id").schema().isNullable()).isTrue();
  }
}
