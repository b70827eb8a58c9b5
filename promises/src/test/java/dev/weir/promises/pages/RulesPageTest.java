package dev.weir.promises.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.weir.config.problem.Rule;
import dev.weir.config.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} lists every rule, with what it asks and the mend. */
class RulesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "rules.md");

  /** All rules of all enums, in the order of their ids. */
  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.weir").stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
            .map(JavaClass::reflect)
            .forEach(type -> rules.addAll(constants(type)));
    return rules;
  }

  private static List<Rule> constants(Class<?> type) {
    List<Rule> constants = new ArrayList<>();
    for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
      constants.add((Rule) constant);
    }
    return constants;
  }

  private static String row(Rule rule) {
    String weight = rule.severity() == Severity.ERROR ? "error" : "warning";
    return "| `" + rule.id() + "` | " + weight + " | " + sentence(rule.summary()) + " | ";
  }

  private static String sentence(String summary) {
    return summary.endsWith(".") ? summary : summary + ".";
  }

  @Test
  void ids_areUnique() {
    assertThat(rules()).extracting(Rule::id).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  @Test
  void page_hasEveryRuleAsItIsAndItsMend() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| `")) {
        assertThat(rows.put(line.split("`", 3)[1], line)).as(line).isNull();
      }
    }
    Map<String, Rule> rules = new TreeMap<>();
    rules().forEach(rule -> rules.put(rule.id(), rule));
    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(rules.keySet());
    rules.forEach(
        (id, rule) ->
            assertThat(rows.get(id))
                .startsWith(row(rule))
                .hasSizeGreaterThan(row(rule).length() + 5));
  }
}
