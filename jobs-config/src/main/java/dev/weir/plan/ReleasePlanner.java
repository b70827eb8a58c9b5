package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.OnRotation;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.Product;
import dev.weir.config.product.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans what one release of an object lets out. */
final class ReleasePlanner {

  private final Product product;
  private final SchemaObject object;
  private final ObjectFields fields;
  private final String uid;
  private final String subjectKeys;

  /**
   * @param uid what those of the object's stages begin with
   * @param subjectKeys topic of the wrapped keys of subjects
   */
  ReleasePlanner(
      Product product, SchemaObject object, ObjectFields fields, String uid, String subjectKeys) {
    this.uid = uid;
    this.subjectKeys = subjectKeys;
    this.product = product;
    this.object = object;
    this.fields = fields;
  }

  ReleasePlan plan(NamedRelease named) {
    ReleasePlan bare = withDigest(named, output(named), "");
    return withDigest(named, bare.output(), PlanDigest.of(product, fields, bare));
  }

  private Output.Fields output(NamedRelease named) {
    StatisticsPlan statistics = statistics(named);
    return statistics != null
        ? StatisticsOutput.of(statistics)
        : Outputs.of(object, named.release(), new Steps(product, named.document(), subjectKeys));
  }

  private ReleasePlan withDigest(NamedRelease named, Output.Fields output, String digest) {
    Agreement agreement = named.agreement();
    return new ReleasePlan(
        agreement.id(),
        agreement.version(),
        agreement.partner().id(),
        named.release().name(),
        kind(named.release()),
        named.release().topic(),
        agreement.status().word(),
        agreement.period().from().toString(),
        agreement.period().to().toString(),
        sorted(agreement.jurisdictions()),
        agreement.retention() == null ? null : agreement.retention().toString(),
        keyField(named.release()),
        stages(named, output),
        cohort(named, output),
        statistics(named),
        output,
        keys(output).distinct().sorted(Comparator.comparing(Step.KeyRef::toString)).toList(),
        keepJoinable(agreement),
        digest);
  }

  private static @Nullable String keepJoinable(Agreement agreement) {
    return agreement.onRotation() instanceof OnRotation.KeepJoinable keep
        ? keep.until().toString()
        : null;
  }

  private static @Nullable List<String> sorted(@Nullable List<String> names) {
    return names == null ? null : names.stream().sorted().toList();
  }

  private @Nullable CohortPlan cohort(NamedRelease named, Output.Fields output) {
    return named.release() instanceof Release.Cohorts cohorts
        ? new CohortPlanner(uid).plan(named.agreement(), cohorts, output)
        : null;
  }

  private @Nullable StatisticsPlan statistics(NamedRelease named) {
    return named.release() instanceof Release.Statistics statistics
        ? new StatisticsPlanner(fields, uid).plan(named.agreement(), statistics)
        : null;
  }

  private static String kind(Release release) {
    if (release instanceof Release.Statistics) {
      return "statistics";
    }
    return release instanceof Release.Cohorts ? "cohorts" : "records";
  }

  private @Nullable FieldPath keyField(Release release) {
    return release instanceof Release.Statistics ? null : tokenKey(release);
  }

  private @Nullable FieldPath tokenKey(Release release) {
    return fields
        .subject()
        .map(subject -> subject.path())
        .filter(path -> Outputs.fields(release).get(path) instanceof Treatment.Tokenize)
        .orElse(null);
  }

  private static Stream<Step.KeyRef> keys(Output output) {
    return steps(output).flatMap(step -> Stream.ofNullable(key(step)));
  }

  /** What remembers has stages of its own, which only such releases need. */
  private static List<String> stages(NamedRelease named, Output output) {
    List<String> stages = new ArrayList<>(List.of("decode"));
    if (tokens(output).anyMatch(token -> token.subjectKeys() != null)) {
      stages.addAll(List.of("subject-name", ReleasePlan.SUBJECT_KEY));
    }
    stages.add("treat");
    if (tokens(output).anyMatch(token -> token.remember() != null)) {
      stages.addAll(List.of(ReleasePlan.REMEMBER, "assemble"));
    }
    if (named.release() instanceof Release.Cohorts) {
      stages.add(ReleasePlan.COHORT);
    } else if (named.release() instanceof Release.Statistics) {
      stages.addAll(List.of(ReleasePlan.BOUND, ReleasePlan.STATISTICS));
    }
    if (named.restrained()) {
      stages.add(ReleasePlan.QUOTA);
    }
    return stages;
  }

  private static Stream<Step.Tokenize> tokens(Output output) {
    return steps(output).filter(Step.Tokenize.class::isInstance).map(Step.Tokenize.class::cast);
  }

  static Stream<Step> steps(Output output) {
    return output.leaves().map(Output.Leaf::step);
  }

  private static Step.@Nullable KeyRef key(Step step) {
    if (step instanceof Step.Tokenize tokenize) {
      return tokenize.key();
    }
    if (step instanceof Step.CohortToken token) {
      return token.key();
    }
    return step instanceof Step.Shift shift ? shift.key() : null;
  }
}
