package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import dev.weir.plan.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the spans of a record's named values stand, by the plan alone: the same for every writer's
 * schema. A slot is a place in the array of spans; it holds where the value begins, the place after
 * it where it ends, and {@link #ABSENT} if it is null or absent. Each item of an array has a layout
 * of its own, used anew for every item.
 *
 * @param root the record, or an array's item
 * @param length of an array of spans
 */
public record Layout(Node root, int length) {

  /** In a slot: there is no value. */
  public static final int ABSENT = -1;

  /** Of an array of spans: the id of the writer's schema, 0 where there is only one. */
  public static final int WRITER = 0;

  /** A value that the plan names. */
  public sealed interface Node {
    int slot();
  }

  /** One value; its span is that of its bytes, without a union's index. */
  public record Leaf(int slot, FieldPath path, Shape.Leaf shape) implements Node {}

  /**
   * An object. Its slot only says whether it is there.
   *
   * @param path null: the record itself
   */
  public record Fields(int slot, @Nullable FieldPath path, List<Named> fields) implements Node {}

  /** An array; its span is that of its blocks. */
  public record Items(int slot, FieldPath path, Layout item) implements Node {}

  /**
   * @param path never null, for it has a name
   * @param required neither absent nor null where its object is there
   */
  public record Named(String name, FieldPath path, boolean required, Node node) {}

  /** The layout of a record of that shape. */
  public static Layout of(Shape.Fields record) {
    return of(record, null);
  }

  private static Layout of(Shape shape, @Nullable FieldPath path) {
    Numbering numbering = new Numbering();
    Node root = numbering.node(shape, path);
    return new Layout(root, numbering.next);
  }

  /** The field of that path, on no array's inside; null if the record has none. */
  public @Nullable Leaf leaf(FieldPath path) {
    Node node = root;
    for (FieldPath.Segment segment : path.segments()) {
      Named named = node instanceof Fields fields ? named(fields, segment.name()) : null;
      if (named == null) {
        return null;
      }
      node = named.node();
    }
    return node instanceof Leaf leaf ? leaf : null;
  }

  /** The field of that name; null if there is none. */
  public static @Nullable Named named(Fields fields, String name) {
    for (Named named : fields.fields()) {
      if (named.name().equals(name)) {
        return named;
      }
    }
    return null;
  }

  private static final class Numbering {

    private int next = WRITER + 1;

    Node node(Shape shape, @Nullable FieldPath path) {
      int slot = next;
      next += 2;
      if (shape instanceof Shape.Fields fields) {
        return fields(slot, fields, path);
      } else if (path == null) {
        throw new IllegalArgumentException("a record is an object");
      } else if (shape instanceof Shape.Items items) {
        return new Items(slot, path, of(items.item(), path.eachItem()));
      }
      return new Leaf(slot, path, (Shape.Leaf) shape);
    }

    private Fields fields(int slot, Shape.Fields shape, @Nullable FieldPath path) {
      List<Named> named = new ArrayList<>();
      for (Shape.Field field : shape.fields()) {
        FieldPath below = path == null ? FieldPath.of(field.name()) : path.then(field.name());
        named.add(new Named(field.name(), below, field.required(), node(field.shape(), below)));
      }
      return new Fields(slot, path, named);
    }
  }
}
