package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.weir.config.LogicalType;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What decode expects of a value. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Shape.Leaf.class, name = "leaf"),
  @JsonSubTypes.Type(value = Shape.Fields.class, name = "object"),
  @JsonSubTypes.Type(value = Shape.Items.class, name = "array")
})
public sealed interface Shape extends Serializable {

  /**
   * One value.
   *
   * @param type a leaf type
   * @param zone of dates and timestamps written without an offset; null: an offset is required
   */
  record Leaf(LogicalType type, @Nullable String zone) implements Shape {}

  /** An object; fields that are not listed are skipped, but must be well-formed. */
  record Fields(List<Field> fields) implements Shape {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** An array, every item of the same shape. */
  record Items(Shape item) implements Shape {}

  /**
   * A named value in an object.
   *
   * @param required neither absent nor null where its object is there
   */
  record Field(String name, boolean required, Shape shape) implements Serializable {}
}
