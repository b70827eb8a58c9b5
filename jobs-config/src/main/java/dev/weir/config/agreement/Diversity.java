package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.config.FieldPath;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * l-diversity of a sensitive field (Machanavajjhala et al. 2007).
 *
 * @param l values that are distinct, or the logarithm that the entropy reaches; above 1
 */
public record Diversity(FieldPath field, BigDecimal l, Type type) {

  /** Which of the paper's definitions. */
  public enum Type {
    DISTINCT,
    ENTROPY;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
