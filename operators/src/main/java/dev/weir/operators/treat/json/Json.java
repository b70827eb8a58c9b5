package dev.weir.operators.treat.json;

import java.nio.charset.StandardCharsets;

/** Pieces of JSON. */
final class Json {

  static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);

  private Json() {}
}
