package dev.weir.promises.order;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the build checks of the order of the parts; each rule under a name of its own. */
final class Rules {

  private static final String[] FLINK = {"org.apache.flink.."};
  private static final String[] KAFKA = {"org.apache.kafka..", "kafka.."};
  private static final String[] TESTS = {
    "dev.weir.promises..", "org.junit..", "org.assertj..", "net.jqwik..", "com.tngtech.archunit.."
  };

  /** Those whose package-info says so: what is compiled from a plan, and runs without Flink. */
  private static final String[] WITHOUT_FLINK = {
    "dev.weir.operators.bytes..",
    "dev.weir.operators.decode..",
    "dev.weir.operators.treat..",
    "dev.weir.operators.judge..",
    "dev.weir.operators.record..",
    "dev.weir.operators.registry..",
    "dev.weir.operators.deadletter..",
    "dev.weir.operators.file..",
    "dev.weir.operators.json..",
    "dev.weir.operators.rfc3339.."
  };

  private Rules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    for (Module module : Module.values()) {
      rules.put(module.name(), neverUse(module.packages(), module.forbidden()));
    }
    rules.put("EVERY_CLASS_IS_IN_A_MODULE", classes().should().resideInAnyPackage(Module.all()));
    rules.put("PLANS_WITHOUT_FLINK", neverUse(Module.JOBS_CONFIG.packages(), FLINK));
    rules.put("PLANS_WITHOUT_KAFKA", neverUse(Module.JOBS_CONFIG.packages(), KAFKA));
    rules.put("TOKENS_WITHOUT_FLINK", neverUse(Module.TOKENIZATION.packages(), FLINK));
    rules.put("TOKENS_WITHOUT_KAFKA", neverUse(Module.TOKENIZATION.packages(), KAFKA));
    rules.put("PRIVACY_WITHOUT_FLINK", neverUse(Module.PRIVACY.packages(), FLINK));
    rules.put("PRIVACY_WITHOUT_KAFKA", neverUse(Module.PRIVACY.packages(), KAFKA));
    rules.put("METERING_WITHOUT_FLINK", neverUse(Module.METERING.packages(), FLINK));
    rules.put("METERING_WITHOUT_KAFKA", neverUse(Module.METERING.packages(), KAFKA));
    rules.put("OPERATORS_WITHOUT_KAFKA", neverUse(Module.OPERATORS.packages(), KAFKA));
    rules.put("HOT_PATH_WITHOUT_FLINK", neverUse(WITHOUT_FLINK, FLINK));
    rules.put("GRAPH_WITHOUT_KAFKA", neverUse(new String[] {"dev.weir.jobs.graph.."}, KAFKA));
    rules.put("FILE_RUN_WITHOUT_KAFKA", neverUse(new String[] {"dev.weir.jobs.file.."}, KAFKA));
    rules.put("WHAT_THE_OWNER_IS_TOLD_STAYS_INSIDE", internalUsage());
    rules.put("NOTHING_USES_TESTS", neverUse(new String[] {"dev.weir.."}, TESTS));
    rules.put("NO_CYCLES", slices().matching("dev.weir.(**)").should().beFreeOfCycles());
    rules.put("NO_DRAWERS", noDrawers());
    rules.put("EVERY_PACKAGE_IS_NULL_MARKED", nullMarked());
    rules.put("NO_KRYO", neverUse(new String[] {"dev.weir.."}, "com.esotericsoftware.."));
    rules.put("ONLY_THE_COMMAND_PRINTS", onlyTheCommandPrints());
    return rules;
  }

  private static ArchRule neverUse(String[] packages, String... others) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true); // a module that is not there uses nothing
  }

  /** Who shows partners something cannot read it by mistake: only the meter knows it. */
  private static ArchRule internalUsage() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.weir.metering.internal..", "dev.weir.operators.meter..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.weir.metering.internal..");
  }

  /** A package is named for what it holds. */
  private static ArchRule noDrawers() {
    return noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..")
        .orShould()
        .resideInAnyPackage("..manager..", "..managers..", "..impl..");
  }

  private static ArchRule nullMarked() {
    return classes()
        .should()
        .resideInAPackage("dev.weir..")
        .andShould(
            ArchCondition.from(
                DescribedPredicate.describe(
                    "be in a package with a package-info that says @NullMarked",
                    Rules::isNullMarked)));
  }

  private static boolean isNullMarked(JavaClass type) {
    return type.getPackage().getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .anyMatch(annotation -> annotation.getName().equals("org.jspecify.annotations.NullMarked"));
  }

  /** A stage that prints would print what it sees. */
  private static ArchRule onlyTheCommandPrints() {
    return noClasses()
        .that(are(DescribedPredicate.not(resideInAnyPackage("dev.weir.local.."))))
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
  }
}
