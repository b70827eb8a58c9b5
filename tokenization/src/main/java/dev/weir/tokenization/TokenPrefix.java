package dev.weir.tokenization;

import java.nio.ByteBuffer;

/** The beginning of every token: Tink's output prefix, one byte 0x01 and the key's id. */
final class TokenPrefix {

  static final int LENGTH = 5;
  static final byte VERSION = 1;

  private TokenPrefix() {}

  static byte[] of(int keyId) {
    return ByteBuffer.allocate(LENGTH).put(VERSION).putInt(keyId).array();
  }
}
