package dev.weir.operators.file;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.problem.Problem;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.json.JsonStrings;
import dev.weir.plan.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the columns of the fields that a shape names; other columns are never looked at. */
final class CsvColumns {

  private final CsvHeader header;
  private final List<Problem> problems = new ArrayList<>();

  CsvColumns(CsvHeader header) {
    this.header = header;
  }

  /**
   * @throws InputException if a column names an array or an object, with all of them
   */
  CsvNode.Fields compile(Shape.Fields shape) {
    CsvNode.Fields root = fields(shape, null);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return root;
  }

  private CsvNode.Fields fields(Shape.Fields shape, @Nullable FieldPath parent) {
    List<CsvNode.Member> members = new ArrayList<>();
    for (Shape.Field field : shape.fields()) {
      FieldPath path = parent == null ? FieldPath.of(field.name()) : parent.then(field.name());
      CsvNode value = value(field.shape(), path);
      if (value != null) {
        members.add(new CsvNode.Member(name(field.name()), value));
      }
    }
    return new CsvNode.Fields(members.toArray(CsvNode.Member[]::new), below(parent));
  }

  private @Nullable CsvNode value(Shape shape, FieldPath path) {
    if (shape instanceof Shape.Leaf leaf) {
      int column = header.paths().indexOf(path);
      return column < 0 ? null : new CsvNode.Cell(column, kind(leaf.type()));
    }
    if (shape instanceof Shape.Fields fields) {
      refuse(
          header.paths().indexOf(path), path, "an object", "Name a column for each of its fields");
      return fields(fields, path);
    }
    for (int column : below(path)) {
      refuse(column, path, "an array", "Leave the column out, or give the file as .jsonl");
    }
    return null;
  }

  private void refuse(int column, FieldPath path, String kind, String mend) {
    if (column >= 0) {
      String message = "column " + (column + 1) + " is " + kind + ", which a cell cannot hold";
      problems.add(
          new Problem(InputRule.INPUT_COLUMN, header.location(), path.toString(), message, mend));
    }
  }

  /** The columns of the path, and of all inside it; null: every column. */
  private int[] below(@Nullable FieldPath parent) {
    return IntStream.range(0, header.paths().size())
        .filter(column -> parent == null || inside(parent, header.paths().get(column)))
        .toArray();
  }

  private static boolean inside(FieldPath parent, @Nullable FieldPath path) {
    if (path == null || path.segments().size() < parent.segments().size()) {
      return false;
    }
    return IntStream.range(0, parent.segments().size())
        .allMatch(i -> path.segments().get(i).name().equals(parent.segments().get(i).name()));
  }

  private static CsvNode.Cell.Kind kind(LogicalType type) {
    return switch (type) {
      case NUMBER, INTEGER -> CsvNode.Cell.Kind.NUMBER;
      case BOOLEAN -> CsvNode.Cell.Kind.BOOLEAN;
      default -> CsvNode.Cell.Kind.STRING;
    };
  }

  private static byte[] name(String name) {
    ByteOutput out = new ByteOutput(name.length() + 8);
    JsonStrings.write(name, out);
    out.write(':');
    return out.toByteArray();
  }
}
