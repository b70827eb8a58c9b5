package dev.weir.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.gateway.GatewayReader;
import dev.weir.config.price.PriceBookReader;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageSchemasTest {

  private static final Path PUBLISHED = Path.of("..", "docs", "schema");
  private static final Path EXAMPLE = Path.of("..", "examples", "card-payments");
  private static final String AGREEMENT = "sharing-agreement.schema.json";
  private static final String GATEWAY = "gateway.schema.json";
  private static final String PRICES = "price-book.schema.json";

  /** {@code -Dweir.regenerate=true} writes the files anew. */
  @Test
  void publishedSchemas_areThoseOfTheForms() throws IOException {
    for (Map.Entry<String, String> schema : LanguageSchemas.all().entrySet()) {
      Path file = PUBLISHED.resolve(schema.getKey());
      if (Boolean.getBoolean("weir.regenerate")) {
        Files.createDirectories(PUBLISHED);
        Files.writeString(file, schema.getValue());
      }
      assertThat(file).content().isEqualTo(schema.getValue());
    }
  }

  private static YamlNode tree(String text) {
    Problems problems = new Problems();
    YamlNode root = YamlFile.parse("x.yaml", text, problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return root;
  }

  private static boolean allowed(String schema, String text) {
    JsonSchema judge =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Objects.requireNonNull(LanguageSchemas.all().get(schema)));
    return judge.validate(YamlJson.of(tree(text))).isEmpty();
  }

  /** Whether the reader has nothing against it: the other judge of the same files. */
  private static boolean read(String schema, String text) {
    Problems problems = new Problems();
    Path file = Path.of("x.yaml");
    switch (schema) {
      case AGREEMENT -> AgreementReader.read(tree(text), file, problems);
      case GATEWAY -> GatewayReader.read(tree(text), file, problems);
      default -> PriceBookReader.read(tree(text), file, problems);
    }
    return problems.sorted().isEmpty();
  }

  @Test
  void examples_areAllowedBySchemaAndReader() throws IOException {
    for (String name : new String[] {"harbor.yaml", "lumen.yaml"}) {
      String text = Files.readString(EXAMPLE.resolve(name));
      assertThat(allowed(AGREEMENT, text)).as(name).isTrue();
      assertThat(read(AGREEMENT, text)).as(name).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({AGREEMENT + ",agreement.yaml", GATEWAY + ",gateway.yaml", PRICES + ",prices.yaml"})
  void filesOfAllBlocks_areAllowedBySchemaAndReader(String schema, String file) throws IOException {
    String text = resource(file);
    assertThat(allowed(schema, text)).isTrue();
    assertThat(read(schema, text)).isTrue();
  }

  private static String resource(String name) throws IOException {
    try (var stream = LanguageSchemasTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        AGREEMENT + "|agreement.yaml|status: active|status: activ",
        AGREEMENT + "|agreement.yaml|status: active|staus: active",
        AGREEMENT + "|agreement.yaml|version: 1.0.0|version: 1.0",
        AGREEMENT + "|agreement.yaml|product: card-payments@2|product: card-payments",
        AGREEMENT + "|agreement.yaml|[CommercialResearch]|[CommercialReserch]",
        AGREEMENT + "|agreement.yaml|[CommercialResearch]|[]",
        AGREEMENT + "|agreement.yaml|from: 2026-01-01, to|from: 1.1.2026, to",
        AGREEMENT + "|agreement.yaml|kind: records|kind: record",
        AGREEMENT + "|agreement.yaml|topic: umbra.records|topic: umbra records",
        AGREEMENT + "|agreement.yaml|keepFirst: 3|keepFrist: 3",
        AGREEMENT + "|agreement.yaml|keepFirst: 3|keepFirst: 0",
        AGREEMENT + "|agreement.yaml|tokenize: one-way|tokenize: one-way, keepLast: 4",
        AGREEMENT + "|agreement.yaml|round: hour|round: week",
        AGREEMENT + "|agreement.yaml|truncate: 3|truncate: 0",
        AGREEMENT + "|agreement.yaml|k: 5|k: 1",
        AGREEMENT + "|agreement.yaml|per: P1D|per: P2D",
        AGREEMENT + "|agreement.yaml|onExceed: hold|onExceed: holdd",
        GATEWAY + "|gateway.yaml|startFrom: earliest, |''",
        GATEWAY + "|gateway.yaml|format: json|format: xml",
        GATEWAY + "|gateway.yaml|recordBytes: 1MiB|recordBytes: 1XiB",
        GATEWAY + "|gateway.yaml|{env: PASSWORD}|{vault: PASSWORD}",
        GATEWAY + "|gateway.yaml|maxShare: 0.05|maxShare: 5",
        GATEWAY + "|gateway.yaml|interval: PT10S|interval: 10s",
        PRICES + "|prices.yaml|currency: EUR|currency: Euro",
        PRICES + "|prices.yaml|perMonth: 500.00|perMonth: -1",
        PRICES + "|prices.yaml|0.2|2"
      })
  void whatIsWrong_isRefusedBySchemaAndReader(
      String schema, String file, String right, String wrong) throws IOException {
    String text = resource(file);
    assertThat(text).contains(right);
    assertThat(allowed(schema, text.replaceFirst(Pattern.quote(right), wrong))).isFalse();
    assertThat(read(schema, text.replaceFirst(Pattern.quote(right), wrong))).isFalse();
  }
}
