package dev.weir.config.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductReaderTest {

  private static final String HEAD =
      """
      apiVersion: v3.2.0
      kind: DataContract
      id: p
      version: 2.3.0
      schema:
        - name: o
          properties:
      """;

  private static final String SUBJECT =
      "customProperties: [{property: privacyRole, value: subject}]";
  private static final String LAND =
      "customProperties: [{property: privacyRole, value: jurisdiction}]";
  private static final String TIME = "customProperties: [{property: eventTime, value: true}]";

  private final Problems problems = new Problems();

  private static String product(String... fields) {
    return HEAD
        + String.join("", List.of(fields).stream().map(f -> "      - " + f + "\n").toList());
  }

  private static String filled(String field) {
    return field.replace("SUBJECT", SUBJECT).replace("LAND", LAND).replace("TIME", TIME);
  }

  private YamlNode root(String text) {
    return YamlFile.parse("p.yaml", text, problems).orElseThrow();
  }

  private Optional<Product> read(String text) {
    return ProductReader.read(Path.of("p.yaml"), root(text), problems);
  }

  private List<String> found() {
    return problems.sorted().stream()
        .map(p -> p.location().line() + " " + p.path() + " " + p.rule().id())
        .toList();
  }

  @Test
  void everythingThatAPlanNeeds_isRead() {
    Product product =
        read(product(
                filled("{name: who, logicalType: string, required: true, unique: true, SUBJECT}"),
                filled(
                    "{name: at, logicalType: timestamp, logicalTypeOptions: {defaultTimezone:"
                        + " Europe/Paris}, TIME}"),
                "{name: card, logicalType: string, primaryKey: true, logicalTypeOptions:"
                    + " {minLength: 12, maxLength: 19}}",
                "{name: 'a.b\"c', logicalType: object, properties: [{name: x, logicalType:"
                    + " integer}]}",
                "{name: tags, logicalType: array, items: {logicalType: string}}",
                "{name: m, logicalType: map, map: {key: {logicalType: string}, value:"
                    + " {logicalType: string}}}",
                "{name: v, logicalType: vector, logicalTypeOptions: {dimensions: 3}}"))
            .orElseThrow();
    assertThat(found()).isEmpty();
    assertThat(product.major()).isEqualTo("2");
    List<Property> fields = product.objects().get(0).properties();
    assertThat(fields.get(0))
        .extracting(Property::role, Property::required, Property::unique)
        .containsExactly(PrivacyRole.SUBJECT, true, true);
    assertThat(fields.get(1))
        .extracting(Property::eventTime, Property::zone)
        .containsExactly(true, "Europe/Paris");
    assertThat(fields.get(2))
        .extracting(Property::primaryKey, Property::minLength, Property::maxLength)
        .containsExactly(true, 12, 19);
    assertThat(fields)
        .extracting(Property::type)
        .endsWith(LogicalType.OBJECT, LogicalType.ARRAY, LogicalType.MAP, LogicalType.VECTOR);
    assertThat(ObjectFields.of(product.objects().get(0)).find(FieldPath.of("a.b\"c", "x")))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: x, logicalType: object, properties: [{name: y, logicalType: string}], SUBJECT}|role-place",
        "{name: x, logicalType: map, map: {key: {logicalType: string}, value: {logicalType: string}}, SUBJECT}|role-place",
        "{name: x, logicalType: vector, logicalTypeOptions: {dimensions: 3}, SUBJECT}|role-place",
        "{name: x, logicalType: string, TIME}|event-time",
        "{name: x, logicalType: array, items: {logicalType: string}, SUBJECT}|role-twice",
        "{name: x, logicalType: array, items: {logicalType: string}, LAND}|role-twice",
        "{name: x, logicalType: array, items: {logicalType: object, properties: [{name: y, logicalType: string, SUBJECT}]}}|role-twice",
        "{name: x, logicalType: array, items: {logicalType: date, TIME}}|event-time",
        "{name: '', logicalType: string}|malformed",
        "{name: x, logicalType: string, customProperties: [{property: privacyRole, value: subjekt}]}|unknown-word",
        "{name: x, logicalType: string, customProperties: [{property: privacyRole, value: 1}]}|unknown-word",
        "{name: x, logicalType: date, customProperties: [{property: eventTime, value: 'true'}]}|wrong-type",
        "{name: x, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Europe/Pari}}|malformed",
        "{name: x, logicalType: strng}|odcs-shape",
        "{name: x, logicaltype: string}|odcs-shape",
        "{logicalType: string}|odcs-shape",
        "{name: x, required: maybe}|odcs-shape",
      })
  void fieldThatContradictsItself_isOneProblem(String field, String rule) {
    read(product(filled(field)));
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(p -> assertThat(p.rule().id()).isEqualTo(rule));
    assertThat(problems.sorted().get(0).location().line()).isBetween(6, 8);
  }

  @ParameterizedTest
  @CsvSource({"SUBJECT,role-twice", "LAND,role-twice", "TIME,event-time"})
  void markThatStandsTwice_isAProblem(String mark, String rule) {
    String date = filled(", logicalType: date, " + mark + "}");
    read(product("{name: x" + date, "{name: y" + date));
    assertThat(problems.sorted()).extracting(p -> p.rule().id()).containsExactly(rule);
  }

  @Test
  void nameThatStandsTwiceInItsObject_isAProblem() {
    read(product("{name: x, logicalType: string}", "{name: x, logicalType: date}"));
    assertThat(found()).containsExactly("8 schema[0].properties field-twice");
  }

  @Test
  void shapeAndNeeds_areToldTogether_eachOnce() {
    read(
        """
        apiVersion: v3.9.0
        kind: DataContract
        id: p
        owner: me
        schema: []
        """);
    assertThat(found())
        .containsExactlyInAnyOrder(
            "1 version odcs-shape",
            "1 apiVersion unknown-word",
            "4 owner odcs-shape",
            "5 schema empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|schema[0].properties[0]",
        "a.x|schema[0].properties[0].properties[1]",
        "list|schema[0].properties[1]",
        "list[]|schema[0].properties[1].items",
        "list[].y|schema[0].properties[1].items.properties[0]",
        "a.missing|schema[0].properties[0]",
        "a.missing.x|schema[0].properties[0]",
      })
  void field_isFoundInItsFile(String path, String place) {
    String text =
        product(
            "{name: a, logicalType: object, properties: [{name: w}, {name: x}]}",
            "{name: list, logicalType: array, items: {logicalType: object, properties: [{name: y}]}}");
    FieldPath field = FieldPath.parse(path);
    assertThat(ProductPlaces.of(root(text), "o", field)).hasToString(place);
    assertThat(ProductPlaces.of(root(text), "other", field)).hasToString("");
  }
}
