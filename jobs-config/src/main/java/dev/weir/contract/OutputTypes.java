package dev.weir.contract;

import dev.weir.config.LogicalType;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The Avro type of one value that leaves. */
final class OutputTypes {

  private OutputTypes() {}

  /**
   * What the step makes of a value: its own type where it stays one, else a string.
   *
   * @param reader the value's type without null; null: the source is not Avro
   */
  static Schema of(Output.Leaf leaf, @Nullable Schema reader) {
    Step step = leaf.step();
    Schema same = reader == null ? byLogicalType(leaf.to()) : bare(reader);
    if (step instanceof Step.Keep
        || step instanceof Step.Redact
        || step instanceof Step.Shift
        || step instanceof Step.Statistic) {
      return same;
    } else if (step instanceof Step.Bucket bucket) {
      return forBucket(same, bucket.width());
    }
    return Schema.create(Schema.Type.STRING);
  }

  /**
   * The type alone: no name, doc, default, alias or property of the source's. An enum, whose
   * symbols nobody has declared, and a UUID in bytes become strings; a decimal's bytes lose their
   * fixed length.
   */
  private static Schema bare(Schema reader) {
    boolean decimal = reader.getLogicalType() instanceof LogicalTypes.Decimal;
    Schema type =
        switch (reader.getType()) {
          case ENUM -> Schema.create(Schema.Type.STRING);
          case FIXED -> Schema.create(decimal ? Schema.Type.BYTES : Schema.Type.STRING);
          default -> Schema.create(reader.getType());
        };
    return reader.getLogicalType() == null ? type : reader.getLogicalType().addToSchema(type);
  }

  /** A cell's lower bound may need the width's decimals, and one digit more than the value. */
  private static Schema forBucket(Schema same, BigDecimal width) {
    if (!(same.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
      return same;
    }
    int scale = Math.max(decimal.getScale(), width.scale());
    int whole = Math.max(decimal.getPrecision() - decimal.getScale(), width.precision()) + 1;
    return LogicalTypes.decimal(whole + scale, scale).addToSchema(Schema.create(Schema.Type.BYTES));
  }

  private static Schema byLogicalType(LogicalType type) {
    return switch (type) {
      case INTEGER -> Schema.create(Schema.Type.LONG);
      case NUMBER -> Schema.create(Schema.Type.DOUBLE);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      default -> Schema.create(Schema.Type.STRING);
    };
  }
}
