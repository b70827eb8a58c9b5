package dev.weir.config.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.bind.Form;
import dev.weir.config.gateway.GatewayReader;
import dev.weir.config.odcs.OdcsShape;
import dev.weir.config.price.PriceBookReader;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON Schemas (draft 2020-12) of the language's files, from the same forms that read them. They
 * let an editor complete and check; what needs more than one value of a file is left to {@code weir
 * validate}.
 */
public final class LanguageSchemas {

  public static final String AGREEMENT = "sharing-agreement.schema.json";
  public static final String PRODUCT = "data-contract.schema.json";

  private LanguageSchemas() {}

  /** The schemas' text by their file's name. */
  public static Map<String, String> all() {
    Map<String, String> schemas = new LinkedHashMap<>();
    schemas.put(AGREEMENT, schema("SharingAgreement", AgreementReader.form()));
    schemas.put("gateway.schema.json", schema("Gateway", GatewayReader.form()));
    schemas.put("price-book.schema.json", schema("PriceBook", PriceBookReader.form()));
    schemas.put(PRODUCT, product(OdcsShape.newest()));
    return schemas;
  }

  /**
   * The schema of products: the standard's shape, completed by the custom properties that Weir
   * reads.
   *
   * @param apiVersion one of {@link OdcsShape#versions}
   */
  public static String product(String apiVersion) {
    return text(ProductSchema.of(OdcsShape.schema(apiVersion)));
  }

  private static String schema(String kind, Form<?> form) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", kind);
    schema.setAll(form.schema());
    return text(schema);
  }

  private static String text(ObjectNode schema) {
    try {
      return JsonMapper.builder().build().writer(printer()).writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can be written", e);
    }
  }

  /** The same on every system. */
  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(lines);
  }
}
