package dev.weir.config.odcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdcsShapeTest {

  private static final Path STANDARD =
      Path.of("src", "test", "resources", "dev", "weir", "config", "odcs", "standard");

  private static final String HEAD =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: a
      version: 1.0.0
      status: active
      """;

  private static List<Problem> judged(String text) {
    Problems problems = new Problems();
    YamlFile.parse("p.yaml", text, problems).ifPresent(root -> OdcsShape.judge(root, problems));
    return problems.sorted();
  }

  private static List<String> told(String text) {
    return judged(text).stream()
        .map(p -> p.location().line() + ":" + p.location().column() + " " + p.path())
        .toList();
  }

  static List<Path> standard() {
    try (Stream<Path> files = Files.list(STANDARD)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("standard")
  void examplesOfTheStandard_haveItsShape(Path file) throws IOException {
    assertThat(judged(Files.readString(file))).isEmpty();
  }

  @Test
  void examplesOfTheStandard_areThere() {
    assertThat(standard()).hasSizeGreaterThanOrEqualTo(10);
  }

  /** Each of these the standard's own schema refuses as well. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "azure-server|format: parquet|fromat: parquet|servers[0].format, servers[0].fromat",
        "azure-server|type: azure|type: azzure|servers[0].type",
        "azure-server|location: az://my-data-location|location: my data|servers[0].location",
        "azure-server|status: in|statos: in|status, statos",
        "azure-server|id: abc123|id: 123|id",
        "azure-server|kind: DataContract|kind: Contract|kind",
      })
  void examplesOfTheStandard_oneStepOff_areRefused(String file, String from, String to, String at)
      throws IOException {
    String text = Files.readString(STANDARD.resolve(file + ".yaml"));
    assertThat(text).contains(from);
    assertThat(judged(text.replaceFirst(Pattern.quote(from), to)))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(at.split(", "));
  }

  @Test
  void contractOfAnotherKind_isToldEachBreachAtItsPlace() {
    String text =
        HEAD
            + """
            statos: active
            servers: [{server: s, type: kafka, hots: b, port: 1}, {server: s, type: kafca}]
            team: {name: 1, members: [{name: x}]}
            contractCreatedTs: yesterday
            schema:
              - name: t
                relationships: [{from: a.b, to: [c.d]}, {to: a.b}]
                quality: [{type: sql, query: q, mustBe: 1, mustNotBe: 2}, {metric: rowcount, mustBe: 1}]
                properties:
                  - {name: x, logicalType: strng}
                  - {name: y, logicalType: string, properties: [{name: z}], logicalTypeOptions: {minLength: -1, minimum: 3}}
                  - {name: z, logicalTypeOptions: {minLength: 1}, required: "yes", customProperties: [{property: a}]}
                  - {logicalType: string}
            """;
    assertThat(told(text))
        .containsExactly(
            "6:1 statos",
            "7:11 servers[0].host",
            "7:36 servers[0].hots",
            "7:45 servers[0].port",
            "7:73 servers[1].type",
            "8:14 team.name",
            "8:27 team.members[0].username",
            "9:20 contractCreatedTs",
            "12:37 schema[0].relationships[0].to",
            "12:45 schema[0].relationships[1].from",
            "13:15 schema[0].quality[0]",
            "13:72 schema[0].quality[1].metric",
            "15:32 schema[0].properties[0].logicalType",
            "16:52 schema[0].properties[1].properties",
            "16:97 schema[0].properties[1].logicalTypeOptions.minLength",
            "16:101 schema[0].properties[1].logicalTypeOptions.minimum",
            "17:40 schema[0].properties[2].logicalTypeOptions.minLength",
            "17:65 schema[0].properties[2].required",
            "17:91 schema[0].properties[2].customProperties[0].value",
            "18:9 schema[0].properties[3].name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statos: draft|The standard has no such key here. Did you mean status",
        "servers: [{server: s, type: kafka, hots: b, host: b}]|Did you mean host",
        "servers: [{server: s, type: kafca}]|Did you mean kafka",
        "servers: {server: s}|Here stands a block of keys. Write a list",
        "team: [{usernam: x, username: y}]|Did you mean username",
        "schema: [{name: t, quality: [{metric: rowCount}]}]|A check has exactly one operator",
        "price: {priceAmount: '1'}|Here stands a text. Write a number",
        "schema: [{name: t, properties: [{name: x, logicalTypeOptions: {}}, {name: y,"
            + " logicalTypeOptions: {format: a}}]}]|Say the logicalType beside it",
      })
  void breach_isToldWithItsMend(String block, String mend) {
    assertThat(judged(HEAD + block)).singleElement().asString().contains("[odcs-shape]", mend);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "context: a",
        "servers: [{server: s, type: iceberg, catalog: c, catalogUrl: 'http://c'}]",
        "servers: [{server: s, type: kafka, host: b, encoding: UTF-8}]",
        "servers: [{server: s, type: mysql, host: b, port: '3306', database: d}]",
        "customProperties: [{property: a, value: 1, vendor: weir}]",
        "slaProperties: [{property: a, value: 1, customProperties: []}]",
        "schema: [{name: t, synonyms: [{synonym: u}]}]",
        "schema: [{name: t, deprecated: true}]",
        "schema: [{name: t, properties: [{name: x, logicalType: string, enum: [{value: a}]}]}]",
        "schema: [{name: t, properties: [{name: x, logicalType: string, semanticType: measure}]}]",
        "schema: [{name: t, properties: [{name: x, logicalType: vector,"
            + " logicalTypeOptions: {dimensions: 3}}]}]",
      })
  void whatIsNewInAVersion_isRefusedInTheOneBefore(String block) {
    assertThat(judged(HEAD + block)).isNotEmpty();
    assertThat(judged(HEAD.replace("v3.1.0", "v3.2.0") + block)).isEmpty();
  }

  @Test
  void formsThatAreGone_areTakenInTheVersionThatHadThem() {
    String block =
        """
        team: [{name: no user}]
        schema: [{name: t, quality: [{rule: duplicateCount, mustBe: 0}], properties: [{name: x, logicalType: integer, logicalTypeOptions: {maximum: 3, exclusiveMaximum: true}}]}]
        """;
    for (String version : List.of("v3.0.0", "v3.0.1", "v3.0.2")) {
      assertThat(judged(HEAD.replace("v3.1.0", version) + block)).isEmpty();
    }
    assertThat(told(HEAD + block))
        .contains(
            "6:8 team[0].username",
            "7:162 schema[0].properties[0].logicalTypeOptions.exclusiveMaximum");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "+1", "0x1F", "0o17", ".5", "1e3", "-.inf", ".nan", "1e99999999999"})
  void number_howeverItIsWritten_isANumber(String number) {
    assertThat(judged(HEAD + "price: {priceAmount: " + number + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-1e999999999", "-.1"})
  void numberOutOfBounds_isRefused(String number) {
    String property = "{name: x, logicalType: number, logicalTypeOptions: {multipleOf: " + number;
    assertThat(told(HEAD + "schema: [{name: t, properties: [" + property + "}}]}]"))
        .containsExactly("6:97 schema[0].properties[0].logicalTypeOptions.multipleOf");
  }

  @Test
  void noValueOfTheContract_isTold() {
    String text = HEAD + "price: {priceAmount: S3CRET}\nservers: [{server: s, type: S3CRET}]\n";
    assertThat(judged(text)).hasSize(2).noneMatch(p -> p.toString().contains("S3CRET"));
  }
}
