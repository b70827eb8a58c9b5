package dev.weir.operators.decode.avro;

import dev.weir.operators.treat.ByteOutput;

/** A string, in which bytes with a length before them are text. */
final class TextEncoding extends Encoding {

  @Override
  void pass(AvroInput in) {
    in.skip(in.readLength());
  }

  @Override
  void check(byte[] bytes, int from, int to) {
    if (!Utf8.wellFormed(bytes, Varint.end(bytes, from), to)) {
      throw Refusal.MALFORMED;
    }
  }

  @Override
  void text(byte[] bytes, int from, int to, ByteOutput out) {
    out.write(bytes, Varint.end(bytes, from), to);
  }
}
