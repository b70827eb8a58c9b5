package dev.weir.local.command;

import dev.weir.local.terminal.Terminal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A record for a terminal: one line of text that it does not obey, or hexadecimal digits. */
final class PayloadText {

  private PayloadText() {}

  static String of(byte[] record) {
    try {
      return Terminal.shown(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record)).toString());
    } catch (CharacterCodingException binary) {
      return "0x" + HexFormat.of().formatHex(record);
    }
  }
}
