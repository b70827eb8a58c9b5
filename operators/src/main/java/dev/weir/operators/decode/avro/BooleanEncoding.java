package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/** A boolean: one byte, 0 or 1. */
final class BooleanEncoding extends Encoding {

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  @Override
  void pass(AvroInput in) {
    if ((in.readByte() & ~1) != 0) {
      throw Refusal.MALFORMED;
    }
  }

  @Override
  public boolean copiesTo(Schema type) {
    return type.getType() == Schema.Type.BOOLEAN;
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    out.write(bytes[from] == 0 ? FALSE : TRUE);
  }
}
