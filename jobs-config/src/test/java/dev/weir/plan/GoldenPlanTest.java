package dev.weir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.check.Validator;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Product;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A change of behaviour shows as a change of plan; {@code -Dweir.regenerate=true} takes it over.
 */
final class GoldenPlanTest {

  private static final Path RESOURCES = Path.of("src/test/resources/dev/weir/plan");

  private static final Product PRODUCT =
      Cards.product(
          Cards.leaf("payment_id", LogicalType.STRING, true, PrivacyRole.PUBLIC),
          Cards.leaf("customer_id", LogicalType.STRING, true, PrivacyRole.SUBJECT),
          Cards.leaf("phone", LogicalType.STRING, false, PrivacyRole.IDENTIFIER),
          Cards.leaf("birth_date", LogicalType.DATE, false, PrivacyRole.QUASI_IDENTIFIER),
          Cards.leaf("gender", LogicalType.STRING, false, PrivacyRole.QUASI_IDENTIFIER),
          Cards.field(
              "address",
              LogicalType.OBJECT,
              false,
              null,
              List.of(
                  Cards.leaf("zip", LogicalType.STRING, false, PrivacyRole.QUASI_IDENTIFIER),
                  Cards.leaf("country", LogicalType.STRING, true, PrivacyRole.JURISDICTION)),
              null),
          Cards.leaf("amount", LogicalType.NUMBER, true, PrivacyRole.SENSITIVE),
          Cards.field(
              "tags",
              LogicalType.ARRAY,
              false,
              PrivacyRole.PUBLIC,
              List.of(),
              Cards.leaf("tag", LogicalType.STRING, false, null)),
          Cards.leaf("occurred_at", LogicalType.TIMESTAMP, true, PrivacyRole.PUBLIC));

  private static Document<Agreement> agreement(Path file, Problems problems) {
    YamlNode root = YamlFile.read(file, problems).orElseThrow();
    Agreement agreement = AgreementReader.read(root, file, problems).orElseThrow();
    return new Document<>(file, root, agreement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbor", "counted"})
  void plan_isTheGoldenFile(String name) throws IOException {
    Problems problems = new Problems();
    Document<Agreement> agreement = agreement(RESOURCES.resolve(name + ".yaml"), problems);
    FileSet files =
        new FileSet(Cards.files(PRODUCT).products(), List.of(agreement), List.of(), List.of());
    Validator.check(files, problems);
    assertThat(problems.sorted()).isEmpty();

    String json = PlanJson.write(Planner.plan("eu", "weir", files));

    Path golden = RESOURCES.resolve(name + ".plan.json");
    if (Boolean.getBoolean("weir.regenerate")) {
      Files.writeString(golden, json);
    }
    assertThat(json).isEqualTo(Files.readString(golden));
  }
}
