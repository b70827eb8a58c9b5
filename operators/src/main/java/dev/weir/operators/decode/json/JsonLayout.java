package dev.weir.operators.decode.json;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.plan.Shape;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the spans of a record's named values stand, by the plan alone. The record, and each item of
 * an array, has a frame of its own; a slot is a place in the frame. It holds {@link #ABSENT},
 * {@link #NULL}, or
 *
 * <ul>
 *   <li>of a string the place after its first quote, and after it the place of its last quote, all
 *       bits inverted if there are escapes in between;
 *   <li>of another value where it begins, and after it where it ends;
 *   <li>of an object a number above 0; its fields have slots of their own in the same frame;
 *   <li>of an array where the frame of its first item begins, and after it how many items it has.
 *       At {@link #NEXT} in the frame of an item stands where that of the next one begins.
 * </ul>
 *
 * @param root the record, or an array's item
 * @param length of a frame
 */
public record JsonLayout(Node root, int length) {

  /** In a slot: there is no value. */
  public static final int ABSENT = 0;

  /** In a slot: the value is null. */
  public static final int NULL = -1;

  /** In a frame: where the next item's begins. */
  public static final int NEXT = 0;

  /** A value that the plan names. */
  public sealed interface Node {
    int slot();
  }

  /** One value. */
  public record Leaf(int slot, FieldPath path, LogicalType type, @Nullable ZoneId zone)
      implements Node {

    /** Whether JSON writes it in quotes. */
    public boolean quoted() {
      return switch (type) {
        case STRING, DATE, TIMESTAMP, TIME -> true;
        default -> false;
      };
    }
  }

  /**
   * An object.
   *
   * @param path null: the record itself
   */
  public record Fields(int slot, @Nullable FieldPath path, List<Named> fields) implements Node {

    /** The field of that name; null if there is none. */
    public @Nullable Named field(String name) {
      return fields.stream().filter(named -> named.name().equals(name)).findFirst().orElse(null);
    }
  }

  /** An array. */
  public record Items(int slot, FieldPath path, JsonLayout item) implements Node {}

  /**
   * @param path never null, for it has a name
   * @param required neither absent nor null where its object is there
   */
  public record Named(String name, FieldPath path, boolean required, Node node) {}

  /** The layout of a record of that shape. */
  public static JsonLayout of(Shape.Fields record) {
    return of(record, null);
  }

  private static JsonLayout of(Shape shape, @Nullable FieldPath path) {
    Numbering numbering = new Numbering();
    Node root = numbering.node(shape, path);
    return new JsonLayout(root, numbering.next);
  }

  /**
   * The leaf of that path; null if it lies inside an array, or there is none. All of a record's own
   * leaves are in its one frame.
   */
  public @Nullable Leaf leaf(FieldPath path) {
    Node node = root;
    for (FieldPath.Segment segment : path.segments()) {
      Named named = node instanceof Fields fields ? fields.field(segment.name()) : null;
      if (named == null) {
        return null;
      }
      node = named.node();
    }
    return node instanceof Leaf leaf ? leaf : null;
  }

  private static final class Numbering {

    private int next = NEXT + 1;

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
      Shape.Leaf leaf = (Shape.Leaf) shape;
      ZoneId zone = leaf.zone() == null ? null : ZoneId.of(leaf.zone());
      return new Leaf(slot, path, leaf.type(), zone);
    }

    private Fields fields(int slot, Shape.Fields shape, @Nullable FieldPath path) {
      List<Named> named = new ArrayList<>();
      for (Shape.Field field : shape.fields()) {
        FieldPath below = path == null ? FieldPath.of(field.name()) : path.then(field.name());
        named.add(new Named(field.name(), below, field.required(), node(field.shape(), below)));
      }
      return new Fields(slot, path, List.copyOf(named));
    }
  }
}
