package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import org.apache.avro.Schema;

/**
 * How one named value stands in a writer's datum, and what it means as the product's type.
 * Immutable and free of state: one for all records of a writer.
 */
public abstract class Encoding {

  Encoding() {}

  /**
   * Moves past the value.
   *
   * @throws Refusal if the bytes there are no such value
   */
  abstract void pass(AvroInput in);

  /**
   * Judges a value that was passed.
   *
   * @throws Refusal malformed, or of the wrong type: a value that the product's type cannot hold
   */
  void check(byte[] bytes, int from, int to) {}

  /** Whether the value's bytes are, as they stand, a value of that type too. */
  public abstract boolean copiesTo(Schema type);

  /** Whether the bytes after the number that a value begins with are its canonical text. */
  public boolean isText() {
    return false;
  }

  /**
   * Appends the canonical text of a value that was passed: a string's own UTF-8, digits, RFC 3339.
   * Of a value that {@link #check} refuses it appends something that is not of the type.
   */
  public abstract void text(byte[] bytes, int from, int to, ByteOutput out);
}
