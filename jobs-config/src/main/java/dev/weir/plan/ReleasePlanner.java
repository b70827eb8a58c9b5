package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.Product;
import dev.weir.config.product.SchemaObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans what one release of an object lets out. */
final class ReleasePlanner {

  private static final List<String> STAGES = List.of("decode", "treat");

  /** Where tokens are remembered: a stage of their own, which only such releases need. */
  private static final List<String> REMEMBERING =
      List.of("decode", "treat", ReleasePlan.REMEMBER, "assemble");

  private final Product product;
  private final SchemaObject object;
  private final ObjectFields fields;

  ReleasePlanner(Product product, SchemaObject object, ObjectFields fields) {
    this.product = product;
    this.object = object;
    this.fields = fields;
  }

  ReleasePlan plan(NamedRelease named) {
    ReleasePlan bare = withDigest(named, output(named), "");
    return withDigest(named, bare.output(), PlanDigest.of(product, fields, bare));
  }

  private Output.Fields output(NamedRelease named) {
    return Outputs.of(object, named.release(), new Steps(product, named.document()));
  }

  private ReleasePlan withDigest(NamedRelease named, Output.Fields output, String digest) {
    Agreement agreement = named.agreement();
    return new ReleasePlan(
        agreement.id(),
        agreement.version(),
        agreement.partner().id(),
        named.release().name(),
        "records",
        named.release().topic(),
        agreement.status().word(),
        agreement.period().from().toString(),
        agreement.period().to().toString(),
        sorted(agreement.jurisdictions()),
        agreement.retention() == null ? null : agreement.retention().toString(),
        keyField(named.release()),
        remembers(output) ? REMEMBERING : STAGES,
        output,
        keys(output).distinct().sorted(Comparator.comparing(Step.KeyRef::toString)).toList(),
        digest);
  }

  private static @Nullable List<String> sorted(@Nullable List<String> names) {
    return names == null ? null : names.stream().sorted().toList();
  }

  private @Nullable FieldPath keyField(Release.Records release) {
    return fields
        .subject()
        .map(subject -> subject.path())
        .filter(path -> release.fields().get(path) instanceof Treatment.Tokenize)
        .orElse(null);
  }

  private static Stream<Step.KeyRef> keys(Output output) {
    return steps(output).flatMap(step -> Stream.ofNullable(key(step)));
  }

  private static boolean remembers(Output output) {
    return steps(output)
        .anyMatch(step -> step instanceof Step.Tokenize token && token.remember() != null);
  }

  private static Stream<Step> steps(Output output) {
    if (output instanceof Output.Fields fields) {
      return fields.fields().stream().flatMap(field -> steps(field.output()));
    } else if (output instanceof Output.Items items) {
      return steps(items.item());
    }
    return Stream.of(((Output.Leaf) output).step());
  }

  private static Step.@Nullable KeyRef key(Step step) {
    if (step instanceof Step.Tokenize tokenize) {
      return tokenize.key();
    }
    return step instanceof Step.Shift shift ? shift.key() : null;
  }
}
