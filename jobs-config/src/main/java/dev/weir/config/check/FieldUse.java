package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.ProductField;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one release does to one field of a product. */
record FieldUse(PlacedRelease release, String object, ProductField field, Treatment treatment) {

  /** The fields that each release treats one by one and the product declares. */
  static List<FieldUse> all(List<PlacedRelease> releases, Products products) {
    return releases.stream().flatMap(release -> of(release, products)).toList();
  }

  private static Stream<FieldUse> of(PlacedRelease release, Products products) {
    return products.object(release.agreement().product(), release.release().from()).stream()
        .flatMap(
            object ->
                treated(release.release()).entrySet().stream()
                    .flatMap(
                        use ->
                            object.fields().find(use.getKey()).stream()
                                .map(
                                    f -> new FieldUse(release, object.name(), f, use.getValue()))));
  }

  private static Map<FieldPath, Treatment> treated(Release release) {
    if (release instanceof Release.Records records) {
      return records.fields();
    }
    return release instanceof Release.Cohorts cohorts ? cohorts.fields() : Map.of();
  }

  /** Whether it is the same field of the same product. */
  boolean sameField(FieldUse other) {
    return product().equals(other.product())
        && object.equals(other.object)
        && field.path().equals(other.field.path());
  }

  private String product() {
    return release.agreement().product().toString();
  }

  Place place() {
    return release.place().key("fields").key(field.path().toString());
  }
}
