package dev.weir.operators.treat.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.Encoding;
import dev.weir.operators.treat.Slice;

/** What the steps of one release share while they write one record. Confined to one thread. */
final class Work {

  /** A value's canonical text. */
  final ByteOutput text = new ByteOutput(256);

  /** What a treatment makes of it, where that is no string. */
  final ByteOutput treated = new ByteOutput(64);

  /** The subject's canonical text; empty if there is none, or no step asks for it. */
  final Slice subject = new Slice();

  byte[] source = {};
  ByteOutput value = new ByteOutput(0);
  ByteOutput key = value;

  /** Sets {@link #text}; the value is there. */
  void setText(Encoding encoding, int[] spans, int slot) {
    text.reset();
    encoding.text(source, spans[slot], spans[slot + 1], text);
  }

  void begin(byte[] newSource, ByteOutput newValue, ByteOutput newKey) {
    source = newSource;
    value = newValue;
    key = newKey;
  }
}
