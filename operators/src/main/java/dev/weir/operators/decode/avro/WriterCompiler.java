package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a writer's schema for a layout, resolved against the reader's: fields are found by name
 * or by the reader's aliases, wherever they stand; types are promoted as the specification says.
 */
public final class WriterCompiler {

  private static final String MEND = "Mend the product, or the schema";

  private final List<SchemaFault> faults;
  private final Skips skips = new Skips();
  private final Layout layout;
  private final @Nullable Encoding[] encodings;
  private final @Nullable WriterProgram[] items;

  private WriterCompiler(Layout layout, List<SchemaFault> faults) {
    this.layout = layout;
    this.faults = faults;
    this.encodings = new Encoding[layout.length()];
    this.items = new WriterProgram[layout.length()];
  }

  /**
   * @param faults gets every named field that the writer's schema cannot give the reader; then the
   *     program may not be used
   */
  public static WriterProgram compile(
      Layout layout, Schema writer, Schema reader, List<SchemaFault> faults) {
    return new WriterCompiler(layout, faults).program(writer, reader, null);
  }

  /** What of the product a schema cannot give; empty if it may be the reader's. */
  public static List<SchemaFault> faults(Layout layout, Schema reader) {
    List<SchemaFault> faults = new ArrayList<>();
    compile(layout, reader, reader, faults);
    return faults;
  }

  private WriterProgram program(Schema writer, Schema reader, @Nullable FieldPath itemOf) {
    Refusal whenNull = itemOf == null ? null : whenItemIsNull(reader, itemOf);
    Walk walk =
        itemOf == null
            ? nonNull(layout.root(), null, writer, reader)
            : value(layout.root(), itemOf, writer, reader, whenNull);
    NonNull union = NonNull.of(writer);
    boolean nullFirst = union != null && union.nullIndex() == 0;
    return new WriterProgram(layout, walk, encodings, items, nullFirst);
  }

  /** Where the reader knows no null among the items there is none to be read. */
  private static @Nullable Refusal whenItemIsNull(Schema reader, FieldPath path) {
    NonNull asked = NonNull.of(reader);
    boolean allowed = asked != null && asked.nullIndex() != NonNull.NONE;
    return allowed ? null : Refusal.of(Reason.WRONG_TYPE, path);
  }

  private Walk value(
      Layout.Node node, FieldPath path, Schema writer, Schema reader, @Nullable Refusal whenNull) {
    NonNull asked = NonNull.of(reader);
    if (writer.getType() == Schema.Type.NULL && asked != null) {
      return whenNull == null ? new Walk.Past(new Skip.Fixed(0)) : new Walk.Refuse(whenNull);
    }
    NonNull written = NonNull.of(writer);
    if (written == null || asked == null) {
      return fault(path, "the schema's type is a union of several, or nothing but null");
    }
    Walk value = nonNull(node, path, written.schema(), asked.schema());
    return written.isUnion() ? new Walk.OrNull(written, value, whenNull) : value;
  }

  private Walk nonNull(Layout.Node node, @Nullable FieldPath path, Schema writer, Schema reader) {
    if (node instanceof Layout.Fields fields) {
      return bothAre(Schema.Type.RECORD, writer, reader)
          ? record(fields, writer, reader)
          : fault(path, "the product says object, the schema " + Encodings.found(writer));
    } else if (node instanceof Layout.Items array) {
      return bothAre(Schema.Type.ARRAY, writer, reader)
          ? array(array, writer.getElementType(), reader.getElementType())
          : fault(path, "the product says array, the schema " + Encodings.found(writer));
    }
    return leaf((Layout.Leaf) node, writer, reader);
  }

  private static boolean bothAre(Schema.Type type, Schema writer, Schema reader) {
    return writer.getType() == type && reader.getType() == type;
  }

  private Walk leaf(Layout.Leaf leaf, Schema writer, Schema reader) {
    Schema effective = Resolution.effective(writer, reader);
    Encoding encoding =
        effective == null ? null : Encodings.of(effective, leaf.shape(), leaf.path());
    if (encoding == null) {
      return fault(leaf.path(), Encodings.mismatch(leaf.shape().type(), writer, reader));
    }
    encodings[leaf.slot()] = encoding;
    return Walk.note(leaf.slot(), encoding);
  }

  private Walk array(Layout.Items array, Schema writer, Schema reader) {
    int least = skips.least(writer);
    if (least == 0) {
      return fault(array.path(), "the schema's items hold nothing");
    }
    WriterProgram item =
        new WriterCompiler(array.item(), faults).program(writer, reader, array.path());
    items[array.slot()] = item;
    int[] unkept = new int[array.item().length()];
    return new Walk.Items(array.slot(), item.walk(), unkept, least);
  }

  private Walk record(Layout.Fields node, Schema writer, Schema reader) {
    List<Walk> parts = new ArrayList<>();
    Map<Integer, Layout.Named> named = new HashMap<>();
    for (Layout.Named field : node.fields()) {
      Schema.Field asked = reader.getField(field.name());
      Integer place = asked == null ? null : place(writer, asked);
      if (asked == null) {
        parts.add(fault(field.path(), "the schema has no such field"));
      } else if (place != null && named.putIfAbsent(place, field) == null) {
        continue;
      } else if (field.required()) {
        parts.add(new Walk.Refuse(Refusal.of(Reason.MISSING, field.path())));
      }
    }
    for (Schema.Field field : writer.getFields()) {
      Layout.Named wanted = named.get(field.pos());
      append(parts, wanted == null ? past(field) : named(wanted, field, reader));
    }
    return new Walk.Fields(node.slot(), parts.toArray(Walk[]::new));
  }

  private Walk past(Schema.Field field) {
    return new Walk.Past(skips.of(field.schema()));
  }

  private Walk named(Layout.Named wanted, Schema.Field field, Schema reader) {
    Refusal whenNull = wanted.required() ? Refusal.of(Reason.MISSING, wanted.path()) : null;
    Schema asked = reader.getField(wanted.name()).schema();
    return value(wanted.node(), wanted.path(), field.schema(), asked, whenNull);
  }

  /** Where the writer has the reader's field: by its name, else by one of its aliases. */
  private static @Nullable Integer place(Schema writer, Schema.Field asked) {
    Schema.Field field = writer.getField(asked.name());
    for (String alias : asked.aliases()) {
      field = field == null ? writer.getField(alias) : field;
    }
    return field == null ? null : field.pos();
  }

  private static void append(List<Walk> parts, Walk next) {
    int last = parts.size() - 1;
    Skip merged =
        last >= 0 && next instanceof Walk.Past two && parts.get(last) instanceof Walk.Past one
            ? Skips.merged(one.skip(), two.skip())
            : null;
    if (merged == null) {
      parts.add(next);
    } else {
      parts.set(last, new Walk.Past(merged));
    }
  }

  private Walk fault(@Nullable FieldPath path, String what) {
    faults.add(new SchemaFault(path, what, MEND));
    return new Walk.Refuse(Refusal.MALFORMED);
  }
}
