package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.plan.Shape;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Which type of a product an Avro type is best read as; the other way round than {@code decode}.
 */
public final class ProductTypes {

  private static final FieldPath ANY = FieldPath.of("any");

  /** The narrowest first: a long with a logical type is a timestamp before it is an integer. */
  private static final List<LogicalType> NARROWEST_FIRST =
      List.of(
          LogicalType.TIMESTAMP,
          LogicalType.DATE,
          LogicalType.BOOLEAN,
          LogicalType.INTEGER,
          LogicalType.NUMBER);

  private ProductTypes() {}

  /**
   * The type of a value that is neither union nor container; empty if none can be read.
   *
   * @param schema one that is not null alone
   */
  public static Optional<LogicalType> of(Schema schema) {
    if (schema.getType() == Schema.Type.STRING) {
      return Optional.of(LogicalType.STRING); // a date or time only if somebody says so
    }
    return NARROWEST_FIRST.stream()
        .filter(type -> reads(schema, type))
        .findFirst()
        .or(() -> Optional.of(LogicalType.STRING).filter(type -> reads(schema, type)));
  }

  private static boolean reads(Schema schema, LogicalType type) {
    return Encodings.of(schema, new Shape.Leaf(type, "Etc/UTC"), ANY) != null;
  }

  /** Whether it is a time that does not say in which zone. */
  public static boolean local(Schema schema) {
    return Encodings.of(schema, new Shape.Leaf(LogicalType.TIMESTAMP, null), ANY) == null;
  }

  /** What a schema is, for messages: its type and logical type, no name of the source's. */
  public static String found(Schema schema) {
    return Encodings.found(schema);
  }
}
