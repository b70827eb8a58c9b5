package dev.weir.local.draft;

import dev.weir.config.document.LanguageSchemas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The schemas that editors complete drafts by, written beside them so that no network is needed.
 */
final class SchemaFiles {

  static final String PRODUCT = "schema/" + LanguageSchemas.PRODUCT;
  static final String AGREEMENT = "schema/" + LanguageSchemas.AGREEMENT;

  private SchemaFiles() {}

  /**
   * Their texts, by their path from the drafts.
   *
   * @param apiVersion of the standard, in which the product is written
   */
  static Map<String, String> texts(String apiVersion) {
    String agreement = LanguageSchemas.all().get(LanguageSchemas.AGREEMENT);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(PRODUCT, LanguageSchemas.product(apiVersion));
    texts.put(AGREEMENT, Objects.requireNonNull(agreement));
    return texts;
  }
}
