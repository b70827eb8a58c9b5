package dev.weir.operators.file;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.JsonText;
import dev.weir.operators.json.JsonStrings;
import java.nio.charset.StandardCharsets;

/** A part of the JSON object that a row becomes. */
sealed interface CsvNode {

  /** Whether the row has a value here; an empty cell is absent. */
  boolean present(byte[][] cells);

  /** Appends the value, which is present. */
  void write(byte[][] cells, ByteOutput out);

  /** A named value in an object; the name as JSON, with its quotes and colon. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Member(byte[] name, CsvNode value) {}

  /** A cell. What is not written as the type asks becomes a string, which decode then refuses. */
  record Cell(int column, Kind kind) implements CsvNode {

    /** How JSON writes the values of a type. */
    enum Kind {
      STRING,
      NUMBER,
      BOOLEAN
    }

    @Override
    public boolean present(byte[][] cells) {
      return cells[column].length > 0;
    }

    @Override
    public void write(byte[][] cells, ByteOutput out) {
      byte[] cell = cells[column];
      if (kind == Kind.NUMBER && JsonText.isNumber(cell, 0, cell.length)) {
        out.write(cell);
      } else if (kind == Kind.BOOLEAN && isBoolean(cell)) {
        lowerCase(cell, out);
      } else {
        JsonStrings.write(cell, 0, cell.length, out);
      }
    }

    private static boolean isBoolean(byte[] cell) {
      String word = new String(cell, StandardCharsets.ISO_8859_1);
      return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }

    private static void lowerCase(byte[] cell, ByteOutput out) {
      for (byte letter : cell) {
        out.write(letter | 0x20);
      }
    }
  }

  /**
   * An object: there if any cell below it has something, of columns that nobody asked for too, so
   * that it lacks what it lacks.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fields(Member[] members, int[] columns) implements CsvNode {

    @Override
    public boolean present(byte[][] cells) {
      for (int column : columns) {
        if (cells[column].length > 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void write(byte[][] cells, ByteOutput out) {
      out.write('{');
      boolean first = true;
      for (Member member : members) {
        if (member.value().present(cells)) {
          if (!first) {
            out.write(',');
          }
          out.write(member.name());
          member.value().write(cells, out);
          first = false;
        }
      }
      out.write('}');
    }
  }
}
