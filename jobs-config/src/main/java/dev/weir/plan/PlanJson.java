package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Plans as JSON: the same plan is the same text, on every machine. */
public final class PlanJson {

  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private PlanJson() {}

  /** Pretty, for people and for golden files; ends with a line break. */
  public static String write(JobPlan plan) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
    try {
      return CANONICAL.writer(printer).writeValueAsString(plan) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan can always be written", e);
    }
  }

  /** Properties by name, no spaces: what a digest is taken of. */
  static String canonical(Object value) {
    try {
      return CANONICAL
          .rebuild()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build()
          .writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan can always be written", e);
    }
  }
}
