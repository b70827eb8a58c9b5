package dev.weir.promises.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts use each other in one direction only. */
class ModuleOrderTest {

  private static final Map<String, ArchRule> RULES = Rules.all();
  private static final JavaClasses WEIR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weir");

  static Stream<String> rules() {
    return RULES.keySet().stream();
  }

  static Stream<Breach> breaches() {
    return Breach.ALL.stream();
  }

  /** Else the rules would judge nothing. */
  @Test
  void allModulesAreLookedAt() {
    for (Module module : Module.values()) {
      boolean here = module != Module.BENCH && module != Module.PROMISES;
      assertThat(WEIR.stream().anyMatch(type -> holds(module, type.getPackageName())))
          .as(module.name())
          .isEqualTo(here);
    }
  }

  private static boolean holds(Module module, String packageName) {
    return Stream.of(module.packages())
        .map(name -> name.substring(0, name.length() - ".".length()))
        .anyMatch((packageName + ".")::startsWith);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_holds(String rule) {
    EvaluationResult result = rule(rule).evaluate(WEIR);
    assertThat(result.getFailureReport().getDetails()).as(rule).isEmpty();
  }

  /** The other half of a rule: code that breaks it is found. */
  @ParameterizedTest
  @MethodSource("breaches")
  void breach_isFound(Breach breach, @TempDir Path directory) {
    JavaClasses broken = breach.compiled(directory);
    assertThat(rule(breach.rule()).evaluate(broken).hasViolation()).isTrue();
  }

  @Test
  void everyRule_hasABreach() {
    assertThat(Breach.ALL).extracting(Breach::rule).containsAll(RULES.keySet());
  }

  private static ArchRule rule(String name) {
    return Objects.requireNonNull(RULES.get(name), name);
  }
}
