package dev.weir.operators.decode.avro;

import dev.weir.operators.bytes.ByteOutput;
import org.apache.avro.Schema;

/** A string, in which bytes with a length before them are text. */
class TextEncoding extends Encoding {

  @Override
  final void pass(AvroInput in) {
    in.skip(in.readLength());
  }

  @Override
  void check(byte[] bytes, int from, int to) {
    if (!Utf8.wellFormed(bytes, Varint.end(bytes, from), to)) {
      throw Refusal.MALFORMED;
    }
  }

  @Override
  public final boolean copiesTo(Schema type) {
    return type.getType() == Schema.Type.STRING;
  }

  @Override
  public final boolean isText() {
    return true;
  }

  @Override
  public final void text(byte[] bytes, int from, int to, ByteOutput out) {
    out.write(bytes, Varint.end(bytes, from), to);
  }
}
