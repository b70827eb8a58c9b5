package dev.weir.plan;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.document.Document;
import dev.weir.config.product.Property;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;

/** Resolves how quasi-identifiers are generalized. */
record Generalizations(Document<Agreement> document) {

  /** A postal code's, where the product does not say. */
  private static final int USUAL_LENGTH = 5;

  private static final int LONGEST = 10;

  Generalization of(Property property, Treatment.Generalize generalize) {
    if (generalize.hierarchy() != null) {
      return hierarchy(generalize.hierarchy());
    } else if (generalize.grid() != null) {
      return new Generalization.Place(generalize.grid());
    }
    return generalize.step() == null
        ? new Generalization.Prefix(length(property))
        : grid(property.type(), generalize.step());
  }

  private static int length(Property property) {
    Integer longest = property.maxLength();
    return longest == null ? USUAL_LENGTH : Math.max(1, Math.min(longest, LONGEST));
  }

  private static Generalization grid(LogicalType type, String step) {
    return switch (type) {
      case INTEGER -> new Generalization.Integers(new BigDecimal(step).longValueExact());
      case NUMBER -> new Generalization.Numbers(new BigDecimal(step));
      default ->
          step.contains("T") ? new Generalization.Instants(step) : new Generalization.Days(step);
    };
  }

  private Generalization hierarchy(String file) {
    try {
      byte[] bytes = Files.readAllBytes(document.resolve(file));
      String lines = new String(bytes, StandardCharsets.UTF_8);
      return new Generalization.Hierarchy(
          file, HexFormat.of().formatHex(PlanDigest.sha256(bytes)), lines);
    } catch (IOException gone) {
      throw new IllegalArgumentException(file + " cannot be read", gone);
    }
  }
}
