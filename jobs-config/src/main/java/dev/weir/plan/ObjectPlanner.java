package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.Product;
import dev.weir.config.product.ProductField;
import dev.weir.config.product.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans one read and one decode: of one kind of record of a product. */
final class ObjectPlanner {

  private final Product product;
  private final SchemaObject object;
  private final ObjectFields fields;
  private final String subjectKeys;

  /**
   * @param subjectKeys topic of the wrapped keys of subjects
   */
  ObjectPlanner(Product product, SchemaObject object, String subjectKeys) {
    this.subjectKeys = subjectKeys;
    this.product = product;
    this.object = object;
    fields = ObjectFields.of(object);
  }

  SchemaObject object() {
    return object;
  }

  ProductPlan plan(List<NamedRelease> named) {
    String uid = uid();
    return new ProductPlan(
        product.id(),
        product.version(),
        product.apiVersion(),
        object.name(),
        uid + "/source",
        uid + "/decode",
        uid + "/treat",
        product.id() + ".dead-letters",
        Shapes.of(object, wanted(named)),
        path(fields.subject()),
        path(fields.eventTime()),
        path(fields.jurisdiction()),
        named.stream().map(this::release).toList());
  }

  private String uid() {
    return "weir/" + escaped(product.id()) + "/" + escaped(object.name());
  }

  /** Slashes part the names of a uid. */
  static String escaped(String name) {
    return name.replace("%", "%25").replace("/", "%2F");
  }

  /** Both, by which a release is told apart. */
  static String escaped(String agreement, String release) {
    return escaped(agreement) + "/" + escaped(release);
  }

  private Set<FieldPath> wanted(List<NamedRelease> named) {
    Set<FieldPath> wanted = new HashSet<>();
    named.forEach(release -> wanted.addAll(wanted(release.release())));
    Stream.of(fields.subject(), fields.eventTime(), fields.jurisdiction())
        .flatMap(Optional::stream)
        .forEach(field -> wanted.add(field.path()));
    return wanted;
  }

  private static Set<FieldPath> wanted(Release release) {
    Set<FieldPath> wanted = new HashSet<>();
    if (release instanceof Release.Statistics statistics) {
      wanted.addAll(statistics.groupBy().keySet());
      statistics.measures().values().stream()
          .flatMap(measure -> Stream.ofNullable(measure.field()))
          .forEach(wanted::add);
    } else {
      Outputs.leaving(release).forEach((path, treatment) -> wanted.addAll(read(path, treatment)));
    }
    return wanted;
  }

  /** A place is two fields. */
  private static List<FieldPath> read(FieldPath path, Treatment treatment) {
    boolean place = treatment instanceof Treatment.Generalize to && to.grid() != null;
    return place ? List.of(path.then("lat"), path.then("lon")) : List.of(path);
  }

  private ReleasePlan release(NamedRelease named) {
    return new ReleasePlanner(product, object, fields, uid(), subjectKeys).plan(named);
  }

  private static @Nullable FieldPath path(Optional<ProductField> field) {
    return field.map(ProductField::path).orElse(null);
  }
}
