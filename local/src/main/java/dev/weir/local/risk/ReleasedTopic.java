package dev.weir.local.risk;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Risk;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.Product;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release of rows, as its files have it.
 *
 * @param product the fields of the schema object that it is made of
 */
public record ReleasedTopic(Release release, ObjectFields product) {

  /**
   * All releases of rows; statistics have none.
   *
   * @param files of one product, and agreements about it, that have been found right
   */
  public static List<ReleasedTopic> of(FileSet files) {
    return files.agreements().stream()
        .map(Document::value)
        .map(Agreement::releases)
        .flatMap(List::stream)
        .filter(release -> !(release instanceof Release.Statistics))
        .map(release -> new ReleasedTopic(release, object(files, release)))
        .toList();
  }

  private static ObjectFields object(FileSet files, Release release) {
    Product product = files.products().get(0).value();
    return product.objects().stream()
        .filter(object -> release.from() == null || object.name().equals(release.from()))
        .findFirst()
        .map(ObjectFields::of)
        .orElseThrow(() -> new IllegalStateException("no object is called " + release.from()));
  }

  public String topic() {
    return release.topic();
  }

  /** What somebody could be found by. */
  public RiskFields fields() {
    return RiskFields.of(release, product);
  }

  /** What is asked of its crowds; empty: it has none. */
  public Optional<Release.Cohorts> crowds() {
    return Optional.of(release)
        .filter(Release.Cohorts.class::isInstance)
        .map(Release.Cohorts.class::cast);
  }

  /** The bounds of the agreement; null: none. */
  public @Nullable Risk bounds() {
    return crowds().map(Release.Cohorts::risk).orElse(null);
  }
}
