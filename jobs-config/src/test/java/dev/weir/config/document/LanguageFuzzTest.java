package dev.weir.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.gateway.GatewayReader;
import dev.weir.config.price.PriceBookReader;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.Kind;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files with one part swapped for another: the reader never fails, and the schema is no stricter.
 */
class LanguageFuzzTest {

  private static final int FILES = 4_000;

  private static final Map<String, Form<?>> FORMS =
      Map.of(
          "agreement.yaml", AgreementReader.form(),
          "gateway.yaml", GatewayReader.form(),
          "prices.yaml", PriceBookReader.form());

  private static final Map<String, String> SCHEMAS =
      Map.of(
          "agreement.yaml", "sharing-agreement.schema.json",
          "gateway.yaml", "gateway.schema.json",
          "prices.yaml", "price-book.schema.json");

  private static final List<YamlNode> STRANGE =
      List.of(
          text(""),
          text("x"),
          text("keep"),
          text("P1D"),
          text("PT0S"),
          text("2026-02-30"),
          text("\uD83D\uDD12"),
          text("../../a b"),
          scalar(Kind.INTEGER, "0"),
          scalar(Kind.INTEGER, "-1"),
          scalar(Kind.INTEGER, "7"),
          scalar(Kind.INTEGER, "99999999999999999999999999"),
          scalar(Kind.NUMBER, "0.5"),
          scalar(Kind.NUMBER, "1e30"),
          scalar(Kind.BOOLEAN, "true"),
          scalar(Kind.NULL, "null"),
          new YamlList(at(), List.of()),
          new YamlMap(at(), Map.of()));

  private static Location at() {
    return Location.start("x.yaml");
  }

  private static YamlNode text(String text) {
    return scalar(Kind.STRING, text);
  }

  private static YamlNode scalar(Kind kind, String text) {
    return new YamlScalar(at(), kind, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agreement.yaml", "gateway.yaml", "prices.yaml"})
  void swappedPart_isAProblemOrAllowedByTheSchemaToo(String file) throws IOException {
    Random random = new Random(20_261_125);
    YamlNode whole = tree(file);
    List<YamlNode> pool = new ArrayList<>(STRANGE);
    collect(whole, pool);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(LanguageSchemas.all().get(SCHEMAS.get(file)));
    int accepted = 0;
    for (int i = 0; i < FILES; i++) {
      List<YamlNode> parts = new ArrayList<>();
      collect(whole, parts);
      YamlNode part = parts.get(random.nextInt(parts.size()));
      YamlNode swapped = swap(whole, part, pool.get(random.nextInt(pool.size())));
      List<Problem> problems = problems(file, swapped);
      if (problems.isEmpty()) {
        accepted++;
        assertThat(schema.validate(YamlJson.of(swapped))).as("file %d", i).isEmpty();
      }
    }
    assertThat(accepted).isBetween(FILES / 100, FILES * 9 / 10);
  }

  private static List<Problem> problems(String file, YamlNode root) {
    Problems problems = new Problems();
    Form<?> form = Objects.requireNonNull(FORMS.get(file));
    boolean read = form.read(Part.root(root, problems)).isPresent();
    form.used(Part.root(root, problems), "", (term, at, path) -> true);
    assertThat(read || problems.hasErrors()).as("nothing is refused without a reason").isTrue();
    return problems.sorted();
  }

  private static YamlNode tree(String file) throws IOException {
    try (var stream = LanguageFuzzTest.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return YamlFile.parse(file, text, new Problems()).orElseThrow();
    }
  }

  private static void collect(YamlNode node, List<YamlNode> into) {
    into.add(node);
    if (node instanceof YamlMap map) {
      map.entries().values().forEach(entry -> collect(entry.value(), into));
    } else if (node instanceof YamlList list) {
      list.items().forEach(item -> collect(item, into));
    }
  }

  private static YamlNode swap(YamlNode in, YamlNode part, YamlNode other) {
    if (in == part) {
      return other;
    } else if (in instanceof YamlMap map) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      map.entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key, new Entry(entry.keyLocation(), swap(entry.value(), part, other))));
      return new YamlMap(map.location(), entries);
    } else if (in instanceof YamlList list) {
      return new YamlList(
          list.location(), list.items().stream().map(item -> swap(item, part, other)).toList());
    }
    return in;
  }
}
