package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** What leaves in place of a value, nested as the source is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "output")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Output.Leaf.class, name = "leaf"),
  @JsonSubTypes.Type(value = Output.Fields.class, name = "object"),
  @JsonSubTypes.Type(value = Output.Items.class, name = "array")
})
public sealed interface Output extends Serializable {

  /** Its values, in the order in which they leave. */
  Stream<Leaf> leaves();

  /**
   * One value.
   *
   * @param source where it comes from
   * @param from the source's type
   * @param to the type that leaves
   */
  record Leaf(FieldPath source, LogicalType from, LogicalType to, Step step) implements Output {
    @Override
    public Stream<Leaf> leaves() {
      return Stream.of(this);
    }
  }

  /** An object of the fields that leave, in the product's order. */
  record Fields(List<Field> fields) implements Output {
    public Fields {
      fields = List.copyOf(fields);
    }

    @Override
    public Stream<Leaf> leaves() {
      return fields.stream().flatMap(field -> field.output().leaves());
    }
  }

  /** An array; the output holds for each item. */
  record Items(Output item) implements Output {
    @Override
    public Stream<Leaf> leaves() {
      return item.leaves();
    }
  }

  /**
   * @param required whether the reader may rely on a value wherever the object that it stands in is
   *     there: required in the source, where decode refuses what lacks it, and never treated to
   *     null
   */
  record Field(String name, boolean required, Output output) implements Serializable {}
}
