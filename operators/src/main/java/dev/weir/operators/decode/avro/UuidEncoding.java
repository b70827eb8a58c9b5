package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/** A UUID in sixteen bytes; its text is RFC 9562, section 4. */
final class UuidEncoding extends Encoding {

  static final int BYTES = 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @Override
  void pass(AvroInput in) {
    in.skip(BYTES);
  }

  @Override
  public boolean copiesTo(Schema type) {
    return false;
  }

  @Override
  public void text(byte[] bytes, int from, int to, ByteOutput out) {
    for (int i = 0; i < BYTES; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        out.write('-');
      }
      out.write(HEX[bytes[from + i] >> 4 & 0xf]);
      out.write(HEX[bytes[from + i] & 0xf]);
    }
  }
}
